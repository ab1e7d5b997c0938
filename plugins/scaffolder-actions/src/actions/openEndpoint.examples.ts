import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = [
  exampleStep('Open the API server to the VPC', 'tke:cluster:open-endpoint', {
    ...EXAMPLE_CLUSTER,
    kind: 'intranet',
    subnetId: 'subnet-0a1b2c3d',
  }),
  exampleStep(
    'Open the API server to those that a security group allows',
    'tke:cluster:open-endpoint',
    { ...EXAMPLE_CLUSTER, kind: 'public', securityGroupId: 'sg-a1b2c3d4' },
  ),
];
