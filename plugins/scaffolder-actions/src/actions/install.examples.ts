import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Install as the default profile says',
    example: yaml.stringify({
      steps: [
        {
          id: 'install',
          name: 'Install Cilium',
          action: 'tke:cilium:install',
          input: { clusterId: 'cls-1a2b3c4d' },
        },
      ],
    }),
  },
  {
    description:
      'Install for a large cluster whose Pods use the public addresses of their nodes',
    example: yaml.stringify({
      steps: [
        {
          id: 'install',
          name: 'Install Cilium',
          action: 'tke:cilium:install',
          input: {
            clusterId: 'cls-1a2b3c4d',
            ciliumEndpointSlice: true,
            masquerade: { vpcCidrs: ['10.0.0.0/16', '10.1.0.0/16'] },
          },
        },
      ],
    }),
  },
  {
    description: 'Install with images from TCR and values of your own',
    example: yaml.stringify({
      steps: [
        {
          id: 'install',
          name: 'Install Cilium',
          action: 'tke:cilium:install',
          input: {
            clusterId: 'cls-1a2b3c4d',
            chartVersion: '1.18.3',
            images: {
              source: 'tcr',
              registry: 'example.tencentcloudcr.com/mirror',
            },
            valuesDocuments: [
              yaml.stringify({ hubble: { relay: { enabled: true } } }),
            ],
            values: { operator: { replicas: 1 } },
          },
        },
      ],
    }),
  },
];
