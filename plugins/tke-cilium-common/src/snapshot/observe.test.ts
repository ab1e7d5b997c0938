import { factsOf } from './collections';
import {
  healthyObjects,
  LONG_AGO,
  nodeObject,
  NOW,
  observed,
  podObject,
} from './fixtures';
import {
  applyEvents,
  reduceObjects,
  replaceObjects,
  setCollection,
  setCount,
} from './observe';
import { SNAPSHOT_SOURCES, SnapshotSource } from './sources';
import { createSnapshotState, setConnection, SnapshotState } from './state';
import { toSnapshot } from './toSnapshot';

function source(id: string): SnapshotSource {
  const found = SNAPSHOT_SOURCES.find(candidate => candidate.id === id);
  if (!found) {
    throw new Error(`There is no source ${id}.`);
  }
  return found;
}

const NODES = source('nodes');
const PODS = source('pods');
const OPERATOR_PODS = source('operator-pods');
const LATER = '2026-08-20T12:00:01Z';

function names(state: SnapshotState): string[] {
  return toSnapshot(state).nodes.map(node => node.name);
}

describe('applyEvents', () => {
  const start = observed(healthyObjects(['a', 'b']));

  it.each([
    ['ADDED', nodeObject('c'), ['a', 'b', 'c']],
    ['MODIFIED', nodeObject('b'), ['a', 'b']],
    ['DELETED', nodeObject('a'), ['b']],
    ['DELETED', nodeObject('unknown'), ['a', 'b']],
  ] as const)('%s', (type, object, expected) => {
    expect(names(applyEvents(start, NODES, [{ type, object }], LATER))).toEqual(
      expected,
    );
  });

  it('applies a batch in order: the last state wins', () => {
    const state = applyEvents(
      start,
      NODES,
      [
        { type: 'ADDED', object: nodeObject('c') },
        { type: 'DELETED', object: nodeObject('c') },
        { type: 'DELETED', object: nodeObject('a') },
        { type: 'ADDED', object: nodeObject('a') },
      ],
      LATER,
    );
    expect(names(state)).toEqual(['a', 'b']);
  });

  it('does not count what does not matter as a change', () => {
    const heartbeat = nodeObject('a');
    (heartbeat.status as { conditions: object[] }).conditions.push({
      type: 'MemoryPressure',
      status: 'False',
      lastHeartbeatTime: LATER,
    });
    const state = applyEvents(
      start,
      NODES,
      [{ type: 'MODIFIED', object: heartbeat }],
      LATER,
    );
    expect(state.revision).toBe(start.revision);
    expect(state.observedAt).toBe(LATER);
  });

  it('does not change the state it is given', () => {
    applyEvents(
      start,
      NODES,
      [{ type: 'DELETED', object: nodeObject('a') }],
      LATER,
    );
    expect(names(start)).toEqual(['a', 'b']);
  });

  it('drops a node claim once it has become a node', () => {
    const claims = source('karpenter-node-claims');
    const claim = (status: string) => ({
      metadata: { name: 'claim' },
      status: { conditions: [{ type: 'Registered', status }] },
    });
    const pending = applyEvents(
      start,
      claims,
      [{ type: 'ADDED', object: claim('Unknown') }],
      LATER,
    );
    expect(toSnapshot(pending).pendingMachines).toHaveLength(1);
    const joined = applyEvents(
      pending,
      claims,
      [{ type: 'MODIFIED', object: claim('True') }],
      LATER,
    );
    expect(toSnapshot(joined).pendingMachines).toEqual([]);
  });
});

describe('replaceObjects', () => {
  it('takes the pages of a list and forgets what is not in them', () => {
    const start = observed(healthyObjects(['a', 'b']));
    const state = replaceObjects(
      start,
      NODES,
      [
        reduceObjects(NODES, [nodeObject('c')]),
        reduceObjects(NODES, [nodeObject('b')]),
      ],
      LATER,
    );
    expect(names(state)).toEqual(['b', 'c']);
    expect(state.revision).toBe(start.revision + 1);
  });

  it('is no change when the list says what is known', () => {
    const start = observed(healthyObjects(['a']));
    const state = replaceObjects(
      start,
      NODES,
      [reduceObjects(NODES, [nodeObject('a')])],
      LATER,
    );
    expect(state.revision).toBe(start.revision);
  });

  it('makes an empty list known', () => {
    const start = createSnapshotState('cls-demo0001', NOW);
    const state = replaceObjects(start, NODES, [], LATER);
    expect(toSnapshot(state).collections.nodes.state).toBe('synced');
    expect(state.revision).toBe(1);
  });

  it('keeps apart the sources that feed one collection', () => {
    const agent = podObject('cilium-x', 'a', { 'k8s-app': 'cilium' });
    const operator = podObject('operator-x', 'a', {
      'io.cilium/app': 'operator',
    });
    let state = createSnapshotState('cls-demo0001', NOW);
    state = replaceObjects(state, PODS, [reduceObjects(PODS, [agent])], NOW);
    expect(toSnapshot(state).collections.pods.state).toBe('pending');
    state = replaceObjects(
      state,
      OPERATOR_PODS,
      [reduceObjects(OPERATOR_PODS, [operator])],
      NOW,
    );
    expect(toSnapshot(state).collections.pods.state).toBe('synced');
    expect(factsOf(state, 'pods').map(pod => pod.component)).toEqual([
      'cilium',
      'cilium-operator',
    ]);
    state = replaceObjects(state, PODS, [], NOW);
    expect(factsOf(state, 'pods').map(pod => pod.name)).toEqual(['operator-x']);
  });
});

describe('setCollection', () => {
  it.each([
    ['failed', ['a']],
    ['pending', ['a']],
    ['forbidden', []],
    ['absent', []],
  ] as const)('%s leaves these nodes known: %j', (state, expected) => {
    const start = observed(healthyObjects(['a']));
    const next = setCollection(start, NODES, { state, message: 'why' }, LATER);
    expect(names(next)).toEqual(expected);
    expect(toSnapshot(next).collections.nodes).toEqual({
      state,
      message: 'why',
    });
    expect(setCollection(next, NODES, { state, message: 'why' }, LATER)).toBe(
      next,
    );
  });

  it.each([
    [['synced', 'failed'], 'failed'],
    [['forbidden', 'synced'], 'forbidden'],
    [['forbidden', 'failed'], 'failed'],
    [['synced', 'pending'], 'pending'],
    [['synced', 'synced'], 'synced'],
  ] as const)(
    'a collection of sources %j is %s',
    ([first, second], expected) => {
      let state = createSnapshotState('cls-demo0001', NOW);
      state = setCollection(state, PODS, { state: first }, NOW);
      state = setCollection(state, OPERATOR_PODS, { state: second }, NOW);
      expect(toSnapshot(state).collections.pods.state).toBe(expected);
    },
  );
});

describe('the count of Pods', () => {
  it('subtracts what is not eligible', () => {
    expect(toSnapshot(observed(healthyObjects())).endpoints).toEqual({
      eligiblePods: 40,
      ciliumEndpoints: 40,
    });
  });

  it('is not known while one of its parts is not', () => {
    const start = observed(healthyObjects());
    const state = setCollection(
      start,
      source('failed-pods'),
      { state: 'forbidden' },
      NOW,
    );
    expect(toSnapshot(state).endpoints).toBeUndefined();
  });

  it('has no CiliumEndpoints while their CRD is not registered', () => {
    const start = observed(healthyObjects());
    const state = setCollection(
      start,
      source('cilium-endpoints'),
      { state: 'absent' },
      NOW,
    );
    expect(toSnapshot(state).endpoints?.ciliumEndpoints).toBe(0);
  });

  it('is never below zero', () => {
    const start = observed(healthyObjects());
    const state = setCount(start, source('all-pods'), 3, NOW);
    expect(toSnapshot(state).endpoints?.eligiblePods).toBe(0);
  });
});

describe('setConnection', () => {
  it('keeps since while the state is the same', () => {
    const start = createSnapshotState('cls-demo0001', LONG_AGO);
    const down = setConnection(
      start,
      { state: 'unreachable', message: 'refused' },
      NOW,
    );
    const still = setConnection(
      down,
      { state: 'unreachable', message: 'timed out' },
      LATER,
    );
    expect(still.connection).toEqual({
      state: 'unreachable',
      message: 'timed out',
      since: NOW,
    });
    expect(
      setConnection(
        still,
        { state: 'unreachable', message: 'timed out' },
        LATER,
      ),
    ).toBe(still);
  });
});
