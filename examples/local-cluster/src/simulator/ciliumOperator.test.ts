import { buildNode } from '../seed/node';
import { ciliumOperator } from './ciliumOperator';
import { emptyWorld, pod } from '../__testUtils__/world';
import type { Action, World } from './World';

const TAINT = { key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' };

function world(options: {
  operator?: boolean;
  tainted?: boolean;
  agent?: 'ready' | 'starting';
  stuck?: boolean;
}): World {
  const { operator = true, tainted = false, agent, stuck = false } = options;
  const crds = ['ciliumnodes.cilium.io', 'ciliumendpoints.cilium.io'];
  return {
    ...emptyWorld(),
    deployments: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'cilium-operator' },
        status: { readyReplicas: operator ? 1 : 0 },
      },
    ],
    customResourceDefinitions: crds.map(name => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name },
    })),
    nodes: [
      buildNode({
        name: 'a',
        index: 0,
        starting: false,
        now: '',
        taints: tainted ? [TAINT] : [],
      }),
    ],
    pods: agent
      ? [pod({ labels: { 'k8s-app': 'cilium' }, ready: agent === 'ready' })]
      : [],
    faults: stuck
      ? [{ id: 'x', fault: { kind: 'stuck-taint', node: 'a' } }]
      : [],
  };
}

function describeActions(actions: Action[]): string[] {
  return actions.map(action =>
    action.verb === 'patch' ? JSON.stringify(action.body) : action.verb,
  );
}

const REMOVE = '{"spec":{"taints":[]}}';
const ADD = JSON.stringify({ spec: { taints: [TAINT] } });

describe('ciliumOperator', () => {
  it.each<[string, Parameters<typeof world>[0], string[]]>([
    [
      'does nothing while it does not run',
      { operator: false, tainted: true, agent: 'ready' },
      [],
    ],
    ['leaves a node without an agent alone', { tainted: true }, []],
    ['taints a node whose agent starts', { agent: 'starting' }, [ADD]],
    [
      'leaves the taint while the agent starts',
      { agent: 'starting', tainted: true },
      [],
    ],
    [
      'removes the taint and says CiliumIsUp when the agent is ready',
      { agent: 'ready', tainted: true },
      [REMOVE, 'patch-status'],
    ],
    [
      'leaves a stuck taint',
      { agent: 'ready', tainted: true, stuck: true },
      ['patch-status'],
    ],
  ])('%s', (_, options, expected) => {
    expect(describeActions(ciliumOperator(world(options)))).toEqual(expected);
  });

  it('registers the CRDs first', () => {
    const before = { ...world({}), customResourceDefinitions: [] };
    expect(ciliumOperator(before)).toContainEqual({
      verb: 'register-cilium-crds',
    });
  });
});
