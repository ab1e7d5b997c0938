import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Write the CNI configuration',
    example: yaml.stringify({
      steps: [
        {
          id: 'cni-config',
          name: 'Write the CNI configuration',
          action: 'tke:cilium:apply-cni-config',
          input: { clusterId: 'cls-1a2b3c4d' },
        },
      ],
    }),
  },
];
