import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Create a pool as in the guide',
    example: yaml.stringify({
      steps: [
        {
          id: 'node-pool',
          name: 'Create the node pool',
          action: 'tke:nodepool:create-karpenter',
          input: {
            clusterId: 'cls-1a2b3c4d',
            name: 'default',
            subnetIds: ['subnet-12sxk3z4', 'subnet-b8qyi2dk'],
            securityGroupIds: ['sg-a1b2c3d4'],
            sshKeyIds: ['skey-a1b2c3d4'],
            instanceFamilies: ['S5', 'SA2'],
          },
        },
      ],
    }),
  },
  {
    description: 'Create a pool of large spot nodes for one team',
    example: yaml.stringify({
      steps: [
        {
          id: 'node-pool',
          name: 'Create the node pool',
          action: 'tke:nodepool:create-karpenter',
          input: {
            clusterId: 'cls-1a2b3c4d',
            name: 'batch',
            subnetIds: ['subnet-12sxk3z4'],
            securityGroupIds: ['sg-a1b2c3d4'],
            sshKeyIds: ['skey-a1b2c3d4'],
            instanceFamilies: ['SA5'],
            capacityType: 'spot',
            minimumCpu: 16,
            cpuLimit: 512,
            systemDisk: { size: 100, type: 'CloudHSSD' },
            labels: { team: 'batch' },
            taints: [{ key: 'team', value: 'batch', effect: 'NoSchedule' }],
          },
        },
      ],
    }),
  },
];
