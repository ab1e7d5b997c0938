import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Accept a cluster without nodes',
    example: yaml.stringify({
      steps: [
        {
          id: 'wait-ready',
          name: 'Wait until Cilium is ready',
          action: 'tke:cilium:wait-ready',
          input: { clusterId: 'cls-1a2b3c4d', acceptWaitingForNodes: true },
        },
      ],
    }),
  },
  {
    description: 'Wait at most a quarter of an hour for three nodes',
    example: yaml.stringify({
      steps: [
        {
          id: 'wait-ready',
          name: 'Wait until Cilium is ready',
          action: 'tke:cilium:wait-ready',
          input: {
            clusterId: 'cls-1a2b3c4d',
            minimumReadyNodes: 3,
            timeoutSeconds: 900,
          },
        },
      ],
    }),
  },
];
