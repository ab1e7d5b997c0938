import { profileConfig } from '../ciliumConfig/profileConfig';
import { buildCniConfigMap } from '../cni/cniConfigMap';
import { DEFAULT_INSTALL_PROFILE } from '../profiles/installProfiles';
import { RELEASE_LABELS } from '../vocabulary/names';
import { JsonObject } from './json';
import { reduceObjects, replaceObjects, setCount, setSample } from './observe';
import { SNAPSHOT_SOURCES } from './sources';
import {
  createSnapshotState,
  setConnection,
  setKubernetesVersion,
  SnapshotState,
} from './state';
import { toSnapshot } from './toSnapshot';
import { ClusterSnapshot, UnmanagedPodFacts } from './types';

/** The objects of a cluster that runs Cilium well, as its API server sends them. For tests. */

export const CLUSTER_ID = 'cls-demo0001';
/** When the cluster was made. */
export const LONG_AGO = '2026-08-01T00:00:00Z';
/** When the tests look at it. */
export const NOW = '2026-08-20T12:00:00Z';

/** That many seconds before the tests look. */
export function secondsAgo(seconds: number): string {
  return new Date(Date.parse(NOW) - seconds * 1000).toISOString();
}

export function nodeObject(name: string, changes: JsonObject = {}): JsonObject {
  return {
    metadata: {
      name,
      creationTimestamp: LONG_AGO,
      labels: {
        'node.kubernetes.io/instance-type': 'S5.LARGE16',
        'topology.kubernetes.io/zone': '100003',
        'node.tke.cloud.tencent.com/machineset': 'np-pool',
        'cloud.tencent.com/node-instance-id': 'np-abc',
      },
    },
    spec: { providerID: 'qcloud:///100003/np-abc' },
    status: {
      addresses: [{ type: 'InternalIP', address: name }],
      nodeInfo: {
        kernelVersion: '6.6.117-45.7.3.tl4.x86_64',
        osImage: 'TencentOS Server 4.4',
        kubeletVersion: 'v1.34.1-tke.3',
      },
      conditions: [
        { type: 'Ready', status: 'True', lastTransitionTime: LONG_AGO },
        {
          type: 'NetworkUnavailable',
          status: 'False',
          reason: 'CiliumIsUp',
        },
      ],
    },
    ...changes,
  };
}

export function podObject(
  name: string,
  nodeName: string,
  labels: Record<string, string>,
  image = 'quay.tencentcloudcr.com/cilium/cilium:v1.18.12',
): JsonObject {
  return {
    metadata: {
      name,
      namespace: 'kube-system',
      labels,
      creationTimestamp: LONG_AGO,
    },
    spec: { nodeName, containers: [{ name: 'main', image }] },
    status: {
      phase: 'Running',
      startTime: LONG_AGO,
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: 'True', lastTransitionTime: LONG_AGO },
      ],
      containerStatuses: [
        { name: 'main', restartCount: 0, state: { running: {} } },
      ],
    },
  };
}

export function daemonSetObject(
  name: string,
  options: {
    copies: number;
    image: string;
    nodeSelector?: Record<string, string>;
    env?: JsonObject[];
    release?: string;
  },
): JsonObject {
  const { copies, image, nodeSelector, env, release } = options;
  return {
    metadata: {
      name,
      namespace: 'kube-system',
      generation: 2,
      annotations: release ? { 'meta.helm.sh/release-name': release } : {},
    },
    spec: {
      template: {
        spec: {
          nodeSelector,
          initContainers: [{ name: 'config' }],
          containers: [
            { name: name === 'cilium' ? 'cilium-agent' : name, image, env },
          ],
        },
      },
    },
    status: {
      observedGeneration: 2,
      desiredNumberScheduled: copies,
      currentNumberScheduled: copies,
      numberMisscheduled: 0,
      numberReady: copies,
      numberAvailable: copies,
      updatedNumberScheduled: copies,
    },
  };
}

/** Objects by the id of the source that lists them; numbers for sources that are counted. */
export type ClusterObjects = Record<
  string,
  JsonObject[] | number | UnmanagedPodFacts
>;

/** `cilium-config` as the chart writes it for the default profile. */
export function ciliumConfigData(): Record<string, string> {
  return {
    ...profileConfig(DEFAULT_INSTALL_PROFILE, '1.18.12')!.data,
    'unmanaged-pod-watcher-interval': '15',
  };
}

const OFF = { 'label-not-exist': 'node-not-exist' };

/** Everything that an observer reads of a healthy cluster with nodes of the given names. */
export function healthyObjects(
  names = ['10.0.0.1', '10.0.0.2'],
): ClusterObjects {
  const copies = names.length;
  const cilium = 'quay.tencentcloudcr.com/cilium';
  const tke = 'ccr.ccs.tencentyun.com/tkeimages';
  const replicas = 2;
  return {
    nodes: names.map(name => nodeObject(name)),
    pods: names.flatMap(name => [
      podObject(`cilium-${name}`, name, { 'k8s-app': 'cilium' }),
      podObject(`cilium-envoy-${name}`, name, { 'k8s-app': 'cilium-envoy' }),
    ]),
    'operator-pods': names.slice(0, replicas).map(name =>
      podObject(`cilium-operator-${name}`, name, {
        'io.cilium/app': 'operator',
      }),
    ),
    'daemon-sets': [
      daemonSetObject('cilium', {
        copies,
        image: `${cilium}/cilium:v1.18.12`,
        release: 'cilium',
        env: [
          { name: 'KUBERNETES_SERVICE_HOST', value: '169.254.128.7' },
          { name: 'KUBERNETES_SERVICE_PORT', value: '60002' },
          { name: 'K8S_NODE_NAME', valueFrom: {} },
        ],
      }),
      daemonSetObject('cilium-envoy', {
        copies,
        image: `${cilium}/cilium-envoy:v1.34`,
        release: 'cilium',
      }),
      daemonSetObject('tke-eni-agent', {
        copies,
        image: `${tke}/tke-eni-agent:v3.8.3`,
      }),
      ...['kube-proxy', 'tke-cni-agent', 'ip-masq-agent'].map(name =>
        daemonSetObject(name, {
          copies: 0,
          image: `${tke}/${name}:v1`,
          nodeSelector: OFF,
        }),
      ),
      daemonSetObject('node-problem-detector', { copies, image: 'npd' }),
    ],
    deployments: [
      {
        metadata: {
          name: 'cilium-operator',
          namespace: 'kube-system',
          generation: 1,
        },
        spec: {
          replicas,
          template: {
            spec: {
              containers: [
                {
                  name: 'cilium-operator',
                  image: `${cilium}/operator-generic`,
                },
              ],
            },
          },
        },
        status: {
          observedGeneration: 1,
          replicas,
          readyReplicas: Math.min(replicas, copies),
          availableReplicas: Math.min(replicas, copies),
          updatedReplicas: replicas,
        },
      },
    ],
    'cni-config': [{ ...buildCniConfigMap() }],
    'cilium-config': [
      {
        metadata: {
          name: 'cilium-config',
          namespace: 'kube-system',
          annotations: { 'meta.helm.sh/release-name': 'cilium' },
        },
        data: ciliumConfigData(),
      },
    ],
    'endpoint-slices': [
      {
        metadata: { name: 'kubernetes', namespace: 'default' },
        addressType: 'IPv4',
        endpoints: [{ addresses: ['169.254.128.7'] }],
        ports: [{ name: 'https', port: 60002 }],
      },
    ],
    'helm-releases': [
      helmReleaseObject(1, 'superseded'),
      helmReleaseObject(2, 'deployed'),
    ],
    'custom-resource-definitions': [
      'ciliumendpoints.cilium.io',
      'ciliumnodes.cilium.io',
      'nodepools.karpenter.sh',
      'widgets.example.org',
    ].map(name => ({ metadata: { name } })),
    'cilium-nodes': names.map(name => ({ metadata: { name } })),
    'cilium-endpoints': 40,
    'all-pods': 60,
    'host-network-pods': 14,
    'succeeded-pods': 4,
    'failed-pods': 1,
    'unscheduled-pods': 1,
    'karpenter-node-pools': [],
    'karpenter-node-claims': [],
    'machine-sets': [
      {
        metadata: { name: 'np-pool', creationTimestamp: LONG_AGO },
        spec: {
          type: 'Native',
          replicas: copies,
          scaling: { minReplicas: 0, maxReplicas: 10 },
          instanceTypes: ['S5.LARGE16'],
        },
        status: { observedGeneration: 1, readyReplicas: copies },
      },
    ],
    machines: [],
  };
}

export function helmReleaseObject(
  revision: number,
  status: string,
  modifiedAt = LONG_AGO,
): JsonObject {
  return {
    metadata: {
      name: `sh.helm.release.v1.cilium.v${revision}`,
      namespace: 'kube-system',
      labels: {
        owner: 'helm',
        name: 'cilium',
        status,
        version: String(revision),
        modifiedAt: String(Date.parse(modifiedAt) / 1000),
        [RELEASE_LABELS.profile]: 'guide-2026-08',
        [RELEASE_LABELS.chartVersion]: '1.18.12',
      },
    },
  };
}

/** The state of an observer that has read those objects. */
export function observed(objects: ClusterObjects): SnapshotState {
  const start = setKubernetesVersion(
    setConnection(
      createSnapshotState(CLUSTER_ID, LONG_AGO),
      { state: 'connected' },
      LONG_AGO,
    ),
    'v1.33.4-tke.1',
    NOW,
  );
  return SNAPSHOT_SOURCES.reduce((state, source) => {
    const known = objects[source.id] ?? [];
    if (typeof known === 'number') {
      return setCount(state, source, known, NOW);
    }
    if (!Array.isArray(known)) {
      return setSample(state, source, known, NOW);
    }
    return source.reading === 'comparison'
      ? setSample(state, source, undefined, NOW)
      : replaceObjects(state, source, [reduceObjects(source, known)], NOW);
  }, start);
}

/** The snapshot of a cluster with those objects; the rest is as in a healthy cluster. */
export function snapshotOf(changes: ClusterObjects = {}): ClusterSnapshot {
  return toSnapshot(observed({ ...healthyObjects(), ...changes }));
}
