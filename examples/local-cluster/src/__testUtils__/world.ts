import type { Pod, World } from '../simulator/World';

/** A world in which nothing is. For tests. */
export function emptyWorld(): World {
  return {
    now: Date.parse('2026-11-01T00:01:00Z'),
    faults: [],
    nodes: [],
    pods: [],
    deployments: [],
    daemonSets: [],
    customResourceDefinitions: [],
    ciliumNodes: [],
    ciliumEndpoints: [],
    nodeClasses: [],
    nodePools: [],
    nodeClaims: [],
    machineSets: [],
    machines: [],
  };
}

/** A pod on node `a`. For tests. */
export function pod(options: {
  name?: string;
  labels?: Record<string, string>;
  ready: boolean;
  hostNetwork?: boolean;
}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: options.name ?? 'pod',
      namespace: 'kube-system',
      uid: '1',
      labels: options.labels,
      creationTimestamp: '2026-11-01T00:00:00Z',
    },
    spec: { nodeName: 'a', hostNetwork: options.hostNetwork ?? false },
    status: {
      phase: options.ready ? 'Running' : 'Pending',
      podIP: options.ready ? '10.10.128.1' : undefined,
      conditions: [{ type: 'Ready', status: options.ready ? 'True' : 'False' }],
    },
  };
}
