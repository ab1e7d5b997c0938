import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Switch off kube-proxy, tke-cni-agent and ip-masq-agent',
    example: yaml.stringify({
      steps: [
        {
          id: 'disable',
          name: 'Switch off the TKE components',
          action: 'tke:cilium:disable-tke-components',
          input: { clusterId: 'cls-1a2b3c4d' },
        },
      ],
    }),
  },
  {
    description:
      'Do it on a cluster that had nodes before Cilium, with the clean-up of their CNI configuration',
    example: yaml.stringify({
      steps: [
        {
          id: 'disable',
          name: 'Switch off the TKE components',
          action: 'tke:cilium:disable-tke-components',
          input: { clusterId: 'cls-1a2b3c4d', existingNodes: 'pre-stop' },
        },
      ],
    }),
  },
];
