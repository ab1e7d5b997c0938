import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Upgrade the addon of tke-eni-agent when it is too old',
    example: yaml.stringify({
      steps: [
        {
          id: 'eni-agent',
          name: 'Upgrade tke-eni-agent',
          action: 'tke:cilium:upgrade-eni-agent',
          input: {
            clusterId: 'cls-1a2b3c4d',
            account: 'production',
            region: 'ap-guangzhou',
          },
        },
      ],
    }),
  },
  {
    description: 'Set the image of tke-eni-agent when it is older than 3.8.0',
    example: yaml.stringify({
      steps: [
        {
          id: 'eni-agent',
          name: 'Upgrade tke-eni-agent',
          action: 'tke:cilium:upgrade-eni-agent',
          input: { clusterId: 'cls-1a2b3c4d', imageVersion: 'v3.8.3' },
        },
      ],
    }),
  },
  {
    description:
      'Only check, against the cluster that an earlier step has seen',
    example: yaml.stringify({
      steps: [
        {
          id: 'preflight',
          name: 'Check the prerequisites',
          action: 'tke:cilium:preflight',
          input: { clusterId: 'cls-1a2b3c4d' },
        },
        {
          id: 'eni-agent',
          name: 'Check tke-eni-agent',
          action: 'tke:cilium:upgrade-eni-agent',
          input: {
            clusterId: 'cls-1a2b3c4d',
            clusterUid: '${{ steps.preflight.output.clusterUid }}',
          },
        },
      ],
    }),
  },
];
