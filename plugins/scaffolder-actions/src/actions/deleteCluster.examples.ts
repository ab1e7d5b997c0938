import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = [
  exampleStep('Delete a cluster that is protected', 'tke:cluster:delete', {
    ...EXAMPLE_CLUSTER,
    confirmName: 'shop',
    liftProtection: true,
  }),
];
