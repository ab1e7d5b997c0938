import { buildNode } from '../seed/node';
import { ciliumAgents } from './ciliumAgents';
import { emptyWorld, pod } from '../__testUtils__/world';
import type { World } from './World';

const agent = pod({
  labels: { 'k8s-app': 'cilium' },
  ready: true,
  hostNetwork: true,
});

function world(changes: Partial<World>): World {
  return {
    ...emptyWorld(),
    customResourceDefinitions: [
      'ciliumnodes.cilium.io',
      'ciliumendpoints.cilium.io',
    ].map(name => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name },
    })),
    nodes: [buildNode({ name: 'a', index: 0, starting: false, now: '' })],
    ...changes,
  };
}

const ciliumObject = (kind: string, name: string, namespace?: string) => ({
  apiVersion: 'cilium.io/v2',
  kind,
  metadata: { name, namespace },
});

describe('ciliumAgents', () => {
  it.each<[string, World, string[]]>([
    [
      'nothing before the CRDs are registered',
      world({ customResourceDefinitions: [], pods: [agent] }),
      [],
    ],
    ['nothing without an agent', world({ pods: [pod({ ready: true })] }), []],
    [
      'a CiliumNode, and an endpoint for a pod of its own network',
      world({
        pods: [
          agent,
          pod({ name: 'web', ready: true }),
          pod({ name: 'host', ready: true, hostNetwork: true }),
          pod({ name: 'starting', ready: false }),
        ],
      }),
      ['create CiliumNode a', 'create CiliumEndpoint web'],
    ],
    [
      'nothing when all is there',
      world({
        pods: [agent, pod({ name: 'web', ready: true })],
        ciliumNodes: [ciliumObject('CiliumNode', 'a')],
        ciliumEndpoints: [ciliumObject('CiliumEndpoint', 'web', 'kube-system')],
      }),
      [],
    ],
    [
      'the end of what belongs to nodes and pods that are gone',
      world({
        ciliumNodes: [ciliumObject('CiliumNode', 'b')],
        ciliumEndpoints: [ciliumObject('CiliumEndpoint', 'web', 'kube-system')],
      }),
      ['delete CiliumNode b', 'delete CiliumEndpoint web'],
    ],
  ])('means %s', (_, given, expected) => {
    const actions = ciliumAgents(given).map(action =>
      'object' in action
        ? `${action.verb} ${action.object.kind} ${action.object.metadata.name}`
        : action.verb,
    );
    expect(actions).toEqual(expected);
  });
});
