import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Check a cluster against the default profile',
    example: yaml.stringify({
      steps: [
        {
          id: 'preflight',
          name: 'Check the prerequisites',
          action: 'tke:cilium:preflight',
          input: { clusterId: 'cls-1a2b3c4d' },
        },
      ],
    }),
  },
  {
    description: 'Check for another profile and version of Cilium',
    example: yaml.stringify({
      steps: [
        {
          id: 'preflight',
          name: 'Check the prerequisites',
          action: 'tke:cilium:preflight',
          input: {
            clusterId: 'cls-1a2b3c4d',
            profile: 'guide-2025-11',
            chartVersion: '1.18.3',
            existingNodes: 'accept',
          },
        },
      ],
    }),
  },
];
