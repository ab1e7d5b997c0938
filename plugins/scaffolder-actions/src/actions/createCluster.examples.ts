import { exampleStep } from './exampleStep';

export const examples = [
  exampleStep('Create a cluster with Karpenter', 'tke:cluster:create', {
    name: 'shop',
    kubernetesVersion: '1.32.2',
    vpcId: 'vpc-a1b2c3d4',
    podSubnetIds: ['subnet-12sxk3z4', 'subnet-b8qyi2dk'],
    serviceCidr: '172.16.0.0/20',
    karpenter: true,
    owner: 'group:default/platform',
    endpoint: 'intranet',
    chartVersion: '1.18.3',
    nodes: {
      subnetIds: ['subnet-0a1b2c3d'],
      securityGroupIds: ['sg-a1b2c3d4'],
      sshKeyIds: ['skey-a1b2c3d4'],
      instanceFamilies: ['S5', 'SA2'],
    },
  }),
];
