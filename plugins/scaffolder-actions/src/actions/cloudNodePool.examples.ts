import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = (action: string, machines: object) => [
  exampleStep('A pool of two to five nodes', action, {
    ...EXAMPLE_CLUSTER,
    name: 'workers',
    ...machines,
    subnetIds: ['subnet-12sxk3z4'],
    securityGroupIds: ['sg-nok01xpa'],
    sshKeyIds: ['skey-3t01mlvf'],
    replicas: 2,
    minimumReplicas: 2,
    maximumReplicas: 5,
    waitForNodes: 2,
  }),
];
