import { nodeObject } from './fixtures';
import { JsonObject } from './json';
import { mergeNodePools } from './nodePools';
import { reduceNode } from './reduce/reduceNode';
import { NodeFacts, NodePoolFacts, PendingMachineFacts } from './types';

function node(name: string, labels: JsonObject, ready = 'True'): NodeFacts {
  return reduceNode({
    ...nodeObject(name),
    metadata: { name, labels },
    spec: {},
    status: { conditions: [{ type: 'Ready', status: ready }] },
  })!;
}

const KARPENTER: NodePoolFacts = {
  name: 'default',
  kind: 'karpenter',
  ready: 0,
  instanceTypes: ['S5'],
  zones: [],
  accepted: true,
};

const OF_KARPENTER = {
  'karpenter.sh/nodepool': 'default',
  'node.kubernetes.io/instance-type': 'S5.LARGE16',
  'topology.kubernetes.io/zone': '100003',
};

function failed(name: string, createdAt: string): PendingMachineFacts {
  return {
    name,
    pool: 'default',
    kind: 'karpenter',
    phase: 'Failed',
    failure: { reason: 'CreateError', message: name },
    createdAt,
  };
}

describe('mergeNodePools', () => {
  it('counts the ready nodes of a pool, and asks them for what it does not declare', () => {
    const [pool] = mergeNodePools(
      [KARPENTER],
      [
        node('a', OF_KARPENTER),
        node('b', OF_KARPENTER, 'False'),
        node('c', { 'karpenter.sh/nodepool': 'other' }),
      ],
      [],
    );
    expect(pool).toMatchObject({
      ready: 1,
      instanceTypes: ['S5'],
      zones: ['100003'],
    });
  });

  it('finds a regular pool in the labels of its nodes, once', () => {
    const labels = { 'tke.cloud.tencent.com/nodepool-id': 'np-1' };
    expect(
      mergeNodePools([], [node('a', labels), node('b', labels)], []),
    ).toMatchObject([{ name: 'np-1', kind: 'regular', ready: 2 }]);
  });

  it('takes the failure of the newest machine, unless the pool has one itself', () => {
    const machines = [
      failed('older', '2026-08-01T00:00:00Z'),
      failed('newer', '2026-08-02T00:00:00Z'),
    ];
    expect(mergeNodePools([KARPENTER], [], machines)[0].failure?.message).toBe(
      'newer',
    );
    const failure = { reason: 'NodeClassNotReady', message: 'no subnet' };
    expect(
      mergeNodePools([{ ...KARPENTER, failure }], [], machines)[0].failure,
    ).toBe(failure);
  });
});
