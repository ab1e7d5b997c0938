import { judgement, Scenario } from '../__testUtils__/judge';

const KARPENTER_POOL = {
  metadata: { name: 'default' },
  spec: { template: { spec: {} } },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};

describe('nodePoolsReady', () => {
  it.each<Scenario>([
    [
      'a pool that is not accepted',
      {
        'karpenter-node-pools': [
          {
            ...KARPENTER_POOL,
            spec: {
              template: {
                spec: {
                  startupTaints: [{ key: 'node.cilium.io/agent-not-ready' }],
                },
              },
            },
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'False',
                  reason: 'NodeClassNotReady',
                  message: 'Failed to resolve subnets',
                },
              ],
            },
          },
        ],
      },
      'Degraded',
      'False NodePoolsFailed',
      ['node-pool-failed'],
    ],
    [
      'a pool without the startup taint',
      { 'karpenter-node-pools': [KARPENTER_POOL] },
      'Ready',
      'True NodePoolsAccepted',
      ['startup-taint-missing'],
    ],
    [
      'a machine that failed in a pool that has nodes',
      {
        machines: [
          {
            metadata: {
              name: 'np-pool-x',
              ownerReferences: [{ kind: 'MachineSet', name: 'np-pool' }],
            },
            status: {
              phase: 'Failed',
              failureReason: 'InsufficientResources',
              failureMessage: 'sold out',
            },
          },
        ],
      },
      'Ready',
      'True NodePoolsAccepted',
      ['machine-failed'],
    ],
    [
      'machines that fail in a pool that waits for its first node',
      {
        'machine-sets': [
          {
            metadata: { name: 'np-new' },
            spec: { type: 'Native', replicas: 1 },
            status: { observedGeneration: 1 },
          },
        ],
        machines: [
          {
            metadata: {
              name: 'np-new-x',
              ownerReferences: [{ kind: 'MachineSet', name: 'np-new' }],
            },
            status: {
              phase: 'Failed',
              failureReason: 'InsufficientResources',
              failureMessage: 'sold out',
            },
          },
        ],
      },
      'Degraded',
      'False NodePoolsFailed',
      ['node-pool-failed'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('NodePoolsReady', changes)).toEqual(expected);
  });
});
