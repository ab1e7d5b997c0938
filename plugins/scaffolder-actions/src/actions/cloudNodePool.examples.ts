import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = (action: string, machines: object) => [
  exampleStep('A pool of two to five nodes', action, {
    ...EXAMPLE_CLUSTER,
    name: 'workers',
    ...machines,
    subnetIds: ['subnet-0a1b2c3d'],
    securityGroupIds: ['sg-a1b2c3d4'],
    sshKeyIds: ['skey-a1b2c3d4'],
    replicas: 2,
    minimumReplicas: 2,
    maximumReplicas: 5,
    waitForNodes: 2,
  }),
];
