import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = (action: string, input: object) => [
  exampleStep('The super node for public access', action, {
    ...EXAMPLE_CLUSTER,
    ...input,
  }),
];
