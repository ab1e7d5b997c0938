import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

/** An example of one step on a cluster of the cloud. */
export function exampleStep(
  description: string,
  action: string,
  input: object,
): TemplateExample {
  return {
    description,
    example: yaml.stringify({
      steps: [
        {
          id: action.split(':').slice(1).join('-'),
          name: description,
          action,
          input: { account: 'production', region: 'ap-guangzhou', ...input },
        },
      ],
    }),
  };
}

/** A cluster for examples. */
export const EXAMPLE_CLUSTER = { clusterId: 'cls-1a2b3c4d' };
