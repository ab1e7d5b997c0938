import { EXAMPLE_CLUSTER, exampleStep } from './exampleStep';

export const examples = (action: string) => [
  exampleStep('An ENI agent that is new enough for Cilium', action, {
    ...EXAMPLE_CLUSTER,
    addon: 'eniipamd',
    minimumVersion: '3.8.0',
  }),
];
