import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = [
  exampleStep(
    'Wait until the cluster runs',
    'tke:cluster:wait-running',
    EXAMPLE_CLUSTER,
  ),
];
