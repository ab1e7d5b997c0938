import { CLUSTER_ID, NOW, snapshotOf } from '../snapshot/fixtures';
import { createSnapshotState, setConnection } from '../snapshot/state';
import { toSnapshot } from '../snapshot/toSnapshot';
import { CollectionName } from '../snapshot/types';
import { codes, judge } from './__testUtils__/judge';
import { evaluateReadiness } from './evaluateReadiness';
import { ConditionType, ReadinessPhase } from './types';

describe('evaluateReadiness', () => {
  it('finds a healthy cluster ready, with every condition true and nothing to say', () => {
    const readiness = judge();
    expect(
      readiness.conditions.filter(({ status }) => status !== 'True'),
    ).toEqual([]);
    expect(readiness.problems).toEqual([]);
    expect(readiness.phase).toBe('Ready');
    expect(readiness.summary).toBe('Cilium 1.18.12 serves all 2 nodes.');
    expect(readiness.cilium).toEqual({
      version: '1.18.12',
      chartVersion: '1.18.12',
      profile: 'guide-2026-08',
      release: { revision: 2, status: 'deployed' },
    });
    expect(readiness.workloads).toMatchObject({
      agent: { desired: 2, ready: 2 },
      envoy: { desired: 2, ready: 2 },
      operator: { desired: 2, ready: 2 },
    });
    expect(readiness.nodes.map(({ cilium }) => cilium)).toEqual([
      'ready',
      'ready',
    ]);
    expect(readiness.nodePools).toMatchObject([
      { name: 'np-pool', phase: 'Ready', ready: 2, maximum: 10 },
    ]);
    expect(readiness.tkeComponents.map(({ state }) => state)).toEqual([
      'disabled',
      'disabled',
      'disabled',
    ]);
  });

  it('waits for as many nodes as are expected', () => {
    const readiness = evaluateReadiness(snapshotOf(), {
      now: NOW,
      minimumReadyNodes: 3,
    });
    expect(readiness.phase).toBe('WaitingForNodes');
    expect(readiness.summary).toBe(
      '2 nodes have a ready agent, 3 are expected.',
    );
  });

  it('never calls fine what has not been read', () => {
    const state = setConnection(
      createSnapshotState(CLUSTER_ID, NOW),
      { state: 'connected' },
      NOW,
    );
    const readiness = evaluateReadiness(toSnapshot(state), { now: NOW });
    expect(readiness.phase).toBe('Progressing');
    expect(
      readiness.conditions
        .filter(({ type }) => type !== 'Connected')
        .map(({ status }) => status),
    ).not.toContain('True');
    expect(codes(readiness)).toEqual([]);
  });
});

describe('a permission that is missing', () => {
  const CASES: [CollectionName, ConditionType[], ReadinessPhase][] = [
    [
      'nodes',
      ['AgentsReady', 'EnvoyReady', 'OperatorReady', 'NodesReady'],
      'Degraded',
    ],
    [
      'pods',
      ['AgentsReady', 'EnvoyReady', 'OperatorReady', 'NodesReady'],
      'Degraded',
    ],
    ['deployments', ['OperatorReady'], 'Degraded'],
    [
      'configMaps',
      ['Supported', 'CniConfigured', 'CiliumConfigured'],
      'Degraded',
    ],
    ['customResourceDefinitions', ['CrdsRegistered'], 'Degraded'],
    ['endpointSlices', ['ApiServerAddressCurrent'], 'Ready'],
    ['helmReleases', ['ReleaseDeployed'], 'Ready'],
    ['eligiblePods', ['EndpointsManaged'], 'Ready'],
    ['karpenterNodePools', ['NodePoolsReady'], 'Ready'],
    ['ciliumNodes', [], 'Ready'],
  ];

  it.each(CASES)('to read %s: only %j are unknown', (name, types, phase) => {
    const snapshot = snapshotOf();
    snapshot.collections[name] = {
      state: 'forbidden',
      message: `cannot list ${name}`,
    };
    const readiness = evaluateReadiness(snapshot, { now: NOW });
    expect(
      readiness.conditions
        .filter(({ status }) => status !== 'True')
        .map(({ type, status }) => `${type} ${status}`)
        .sort(),
    ).toEqual(types.map(type => `${type} Unknown`).sort());
    expect(readiness.phase).toBe(phase);
    expect(readiness.problems).toMatchObject([
      {
        code: 'permission-missing',
        parameters: { collection: name },
      },
    ]);
    expect(readiness.problems[0].message).toContain(`cannot list ${name}`);
    // A cluster that is called ready says in the same breath what is not known.
    expect(
      phase !== 'Ready' ||
        types.length === 0 ||
        readiness.summary.includes(`not known: ${types.join(', ')}`),
    ).toBe(true);
  });
});
