import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { Card } from '@backstage/ui';
import { CloudChoiceField } from '../src/components/CloudChoice/CloudChoiceField';
import { validateCloudChoice } from '../src/scaffolder/validateCloudChoice';

const field = (title: string, kind: string, description?: string) => ({
  title,
  description,
  type: 'string',
  'ui:field': 'TkeCloudChoice',
  'ui:options': { kind },
});

const SCHEMA = {
  required: ['vpcId', 'subnetIds', 'securityGroupId'],
  properties: {
    // What is not ours, to compare with.
    name: { title: 'Name', type: 'string', description: 'Of the cluster.' },
    vpcId: field('VPC', 'vpcs'),
    subnetIds: {
      ...field('Subnets', 'subnets', 'Every Pod takes one of their addresses.'),
      type: 'array',
      items: { type: 'string' },
    },
    securityGroupId: field('Security group', 'security-groups', 'Of nodes.'),
    instanceType: field('Instance type', 'instance-types'),
    instanceFamilies: {
      ...field('Instance families', 'instance-families'),
      type: 'array',
      items: { type: 'string' },
    },
  },
};

const EXTENSIONS = [
  {
    name: 'TkeCloudChoice',
    component: CloudChoiceField as never,
    validation: validateCloudChoice as never,
  },
];

/** A form with fields that choose from lists, in the looks of both form themes of Backstage. */
export function CannedForm(props: {
  /** Has the state that is named. */
  account: string;
  theme: 'mui' | 'bui';
}) {
  const { account, theme } = props;
  // The form of a template lies on paper.
  return (
    <Card>
      <Stepper
        manifest={{
          title: 'Form',
          steps: [{ title: 'Network', schema: SCHEMA }],
        }}
        extensions={EXTENSIONS}
        formProps={{ EXPERIMENTAL_theme: theme } as never}
        initialState={
          {
            account,
            region: 'ap-guangzhou',
            vpcId: 'vpc-9k2m4x7q',
            subnetIds: ['subnet-5t7r2e9a', 'subnet-2f6g8j3l', 'subnet-another'],
            instanceType: 'SA5.2XLARGE32',
            instanceFamilies: ['SA5', 'GN7'],
          } as never
        }
        onCreate={async () => {}}
      />
    </Card>
  );
}
