import {
  ClusterObjects,
  daemonSetObject,
  healthyObjects,
  nodeObject,
} from '../../snapshot/fixtures';
import { JsonObject } from '../../snapshot/json';

/** The agent of the first node with another status. */
export function pods(
  status: JsonObject,
  metadata: JsonObject = {},
): JsonObject[] {
  const [agent, ...others] = healthyObjects().pods as JsonObject[];
  return [
    {
      ...agent,
      metadata: { ...(agent.metadata as JsonObject), ...metadata },
      status: { ...(agent.status as JsonObject), ...status },
    },
    ...others,
  ];
}

export const NOT_READY = { conditions: [{ type: 'Ready', status: 'False' }] };

export function waiting(reason: string, message?: string) {
  return {
    ...NOT_READY,
    containerStatuses: [
      { name: 'cilium-agent', state: { waiting: { reason, message } } },
    ],
  };
}

export const CRASHING = {
  ...NOT_READY,
  containerStatuses: [
    {
      name: 'cilium-agent',
      restartCount: 7,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: {
        terminated: { exitCode: 1, message: 'level=fatal msg=no route' },
      },
    },
  ],
};

export function daemonSets(...changed: JsonObject[]): JsonObject[] {
  const name = (object: JsonObject) => (object.metadata as JsonObject).name;
  return [
    ...(healthyObjects()['daemon-sets'] as JsonObject[]).filter(
      object => !changed.some(other => name(other) === name(object)),
    ),
    ...changed,
  ];
}

export function without(...names: string[]): JsonObject[] {
  return (healthyObjects()['daemon-sets'] as JsonObject[]).filter(
    object => !names.includes(String((object.metadata as JsonObject).name)),
  );
}

/** The ConfigMap with some keys or annotations more, or other ones. */
export function ciliumConfig(changes: {
  data?: Record<string, string>;
  annotations?: Record<string, string>;
}): JsonObject[] {
  const [{ metadata, data }] = healthyObjects()[
    'cilium-config'
  ] as JsonObject[];
  const { annotations, ...others } = metadata as JsonObject;
  return [
    {
      metadata: {
        ...others,
        annotations: { ...(annotations as JsonObject), ...changes.annotations },
      },
      data: { ...(data as JsonObject), ...changes.data },
    },
  ];
}

/** The object with some labels more. */
export function withLabels(
  { metadata, ...rest }: JsonObject,
  labels: Record<string, string>,
): JsonObject {
  const before = metadata as JsonObject;
  return {
    ...rest,
    metadata: { ...before, labels: { ...(before.labels as {}), ...labels } },
  };
}

/** The DaemonSets, with an init container in the pods of the agent. */
export function withInitContainer(name: string): JsonObject[] {
  return (healthyObjects()['daemon-sets'] as JsonObject[]).map(object =>
    (object.metadata as JsonObject).name === 'cilium'
      ? {
          ...object,
          spec: {
            template: {
              spec: {
                ...((object.spec as any).template.spec as JsonObject),
                initContainers: [{ name: 'config' }, { name }],
              },
            },
          },
        }
      : object,
  );
}

export const NOT_INSTALLED: ClusterObjects = {
  'daemon-sets': [
    daemonSetObject('tke-eni-agent', { copies: 0, image: 'x/eni:v3.7.5' }),
    daemonSetObject('kube-proxy', { copies: 0, image: 'x' }),
    daemonSetObject('tke-cni-agent', { copies: 0, image: 'x' }),
  ],
  deployments: [],
  pods: [],
  'operator-pods': [],
  nodes: [],
  'cni-config': [],
  'cilium-config': [],
  'helm-releases': [],
  'custom-resource-definitions': [],
  'cilium-nodes': [],
  'machine-sets': [],
};

export const NO_NODES: ClusterObjects = {
  nodes: [],
  pods: [],
  'operator-pods': [],
  'cilium-nodes': [],
  'machine-sets': [],
  'custom-resource-definitions': [],
};

export const EKLET = nodeObject('eklet-1', {
  metadata: {
    name: 'eklet-1',
    labels: { 'node.kubernetes.io/instance-type': 'eklet' },
  },
});
