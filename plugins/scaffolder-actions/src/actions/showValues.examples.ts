import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Look at the values that an installation would get',
    example: yaml.stringify({
      steps: [
        {
          id: 'values',
          name: 'Show the values',
          action: 'tke:cilium:show-values',
          input: {
            clusterId: 'cls-1a2b3c4d',
            profile: 'guide-2026-08',
            values: { hubble: { relay: { enabled: true } } },
          },
        },
      ],
    }),
  },
];
