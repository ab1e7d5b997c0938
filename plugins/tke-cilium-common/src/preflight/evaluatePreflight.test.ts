import { getInstallProfile } from '../profiles/installProfiles';
import { createSnapshotState } from '../snapshot/state';
import { toSnapshot } from '../snapshot/toSnapshot';
import {
  ClusterSnapshot,
  CollectionName,
  CollectionState,
  NodeFacts,
  WorkloadFacts,
} from '../snapshot/types';
import {
  evaluatePreflight,
  isBlocked,
  PreflightExpectation,
} from './evaluatePreflight';

const NOW = '2026-08-20T12:00:00Z';
const MIRROR = 'ccr.ccs.tencentyun.com/tkeimages';

function workload(
  name: string,
  image: string,
  changes: Partial<WorkloadFacts> = {},
): WorkloadFacts {
  return {
    name,
    generation: 1,
    observedGeneration: 1,
    desired: 0,
    ready: 0,
    available: 0,
    unavailable: 0,
    updated: 0,
    occupiedNodes: 0,
    nodeSelector: {},
    containers: [{ name, image }],
    initContainerNames: [],
    ...changes,
  };
}

function node(name: string, changes: Partial<NodeFacts> = {}): NodeFacts {
  return {
    name,
    kind: 'native',
    ready: true,
    unschedulable: false,
    taints: [],
    kernelVersion: '6.6.117-45.7.3.tl4.x86_64',
    ...changes,
  };
}

const daemonSets = {
  'tke-eni-agent': workload('tke-eni-agent', `${MIRROR}/tke-eni-agent:v3.8.3`),
  'tke-cni-agent': workload('tke-cni-agent', `${MIRROR}/tke-cni-agent:v0.1.2`),
  'kube-proxy': workload('kube-proxy', `${MIRROR}/kube-proxy:v1.32.2`),
};
const cilium = workload('cilium', 'quay.tencentcloudcr.com/cilium/cilium:v1', {
  helmRelease: 'cilium',
});

/** An empty VPC-CNI cluster on which nothing stands in the way of an install. */
function emptyCluster(changes: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  const unread = toSnapshot(createSnapshotState('cls-a1b2c3d4', NOW));
  return {
    ...unread,
    connection: { state: 'connected', since: NOW },
    kubernetesVersion: 'v1.32.2-tke.6',
    apiServer: { host: '169.254.128.112', port: 60002 },
    collections: collections({}),
    daemonSets,
    customResourceDefinitions: ['nodepools.karpenter.sh'],
    ...changes,
  };
}

function collections(
  changes: Partial<Record<CollectionName, CollectionState>>,
): ClusterSnapshot['collections'] {
  const { collections: names } = toSnapshot(
    createSnapshotState('cls-a1b2c3d4', NOW),
  );
  return {
    ...(Object.fromEntries(
      Object.keys(names).map(name => [name, { state: 'synced' }]),
    ) as ClusterSnapshot['collections']),
    ...changes,
  };
}

function findings(
  snapshot: ClusterSnapshot,
  expectation: Partial<PreflightExpectation> = {},
): string[] {
  return evaluatePreflight(snapshot, {
    profile: getInstallProfile('guide-2026-08'),
    chartVersion: '1.18.12',
    ...expectation,
  }).map(({ severity, code }) => `${severity} ${code}`);
}

it('finds nothing on an empty VPC-CNI cluster', () => {
  expect(findings(emptyCluster())).toEqual([]);
});

it.each<[string, Partial<ClusterSnapshot>, string[]]>([
  [
    'Global Router',
    {
      daemonSets: {
        'tke-bridge-agent': workload('tke-bridge-agent', `${MIRROR}/b:v1`),
        'kube-proxy': daemonSets['kube-proxy'],
      },
    },
    ['error network-global-router'],
  ],
  [
    'DataPlaneV2 with a DaemonSet of its own',
    {
      daemonSets: {
        'tke-eni-agent': daemonSets['tke-eni-agent'],
        cilium: workload('cilium', `${MIRROR}/cilium:v1.14`),
      },
    },
    ['error network-dataplane-v2'],
  ],
  [
    'DataPlaneV2 as a sidecar',
    {
      daemonSets: {
        ...daemonSets,
        'tke-eni-agent': {
          ...daemonSets['tke-eni-agent'],
          containers: [
            { name: 'cilium-agent', image: `${MIRROR}/cilium:v1.14` },
            ...daemonSets['tke-eni-agent'].containers,
          ],
        },
      },
    },
    ['error network-dataplane-v2'],
  ],
  [
    'DataPlaneV2 by the missing kube-proxy',
    { daemonSets: { 'tke-eni-agent': daemonSets['tke-eni-agent'] } },
    ['error network-dataplane-v2'],
  ],
  [
    'DataPlaneV2 by a cilium-config that no release owns',
    { configMaps: { 'cilium-config': { data: {} } } },
    ['error network-dataplane-v2'],
  ],
  [
    "TKE's Cilium overlay",
    { daemonSets: { cilium: workload('cilium', `${MIRROR}/cilium:v1.14`) } },
    ['error network-cilium-overlay'],
  ],
  [
    'a Cilium without a Helm release',
    {
      daemonSets: {
        ...daemonSets,
        cilium: { ...cilium, helmRelease: undefined },
      },
    },
    ['error foreign-cilium'],
  ],
  [
    'a Cilium of another Helm release',
    {
      daemonSets: { ...daemonSets, cilium: { ...cilium, helmRelease: 'net' } },
    },
    ['error foreign-cilium'],
  ],
  [
    'a Cilium with another chain',
    {
      daemonSets: { ...daemonSets, cilium },
      configMaps: {
        'cilium-config': {
          data: { ipam: 'cluster-pool' },
          helmRelease: 'cilium',
        },
      },
    },
    ['error foreign-cilium'],
  ],
  ['an unknown network', { daemonSets: {} }, ['error network-unknown']],
  [
    'our own earlier release, with nodes',
    {
      daemonSets: { ...daemonSets, cilium },
      helmRelease: {
        revision: 1,
        status: 'deployed',
        profile: 'guide-2026-08',
      },
      nodes: [node('10.0.0.1')],
    },
    [],
  ],
  [
    'an install by hand after the guide',
    {
      daemonSets: { ...daemonSets, cilium },
      helmRelease: { revision: 3, status: 'deployed' },
      configMaps: {
        'cilium-config': {
          data: {
            ipam: 'delegated-plugin',
            'cni-chaining-mode': 'generic-veth',
          },
          helmRelease: 'cilium',
        },
      },
    },
    [],
  ],
  [
    'kube-proxy deleted after our install',
    {
      daemonSets: { 'tke-eni-agent': daemonSets['tke-eni-agent'], cilium },
      helmRelease: {
        revision: 1,
        status: 'deployed',
        profile: 'guide-2026-08',
      },
    },
    ['warning kube-proxy-deleted'],
  ],
  [
    'an old tke-eni-agent',
    {
      daemonSets: {
        ...daemonSets,
        'tke-eni-agent': workload(
          'tke-eni-agent',
          `${MIRROR}/tke-eni-agent:v3.7.5`,
        ),
      },
    },
    ['warning eni-agent-too-old'],
  ],
  [
    'a tke-eni-agent without a version',
    {
      daemonSets: {
        ...daemonSets,
        'tke-eni-agent': workload(
          'tke-eni-agent',
          `${MIRROR}/tke-eni-agent@sha256:${'0'.repeat(64)}`,
        ),
      },
    },
    ['warning eni-agent-version-unknown'],
  ],
  [
    'a tke-eni-agent whose image is no image',
    {
      daemonSets: {
        ...daemonSets,
        'tke-eni-agent': workload('tke-eni-agent', 'agent:'),
      },
    },
    ['warning eni-agent-version-unknown'],
  ],
  [
    'ip-masq-agent',
    {
      daemonSets: {
        ...daemonSets,
        'ip-masq-agent': workload('ip-masq-agent', `${MIRROR}/ip:v2.5.0`),
      },
    },
    ['info ip-masq-agent-present'],
  ],
  [
    'ip-masq-agent switched off',
    {
      daemonSets: {
        ...daemonSets,
        'ip-masq-agent': workload('ip-masq-agent', `${MIRROR}/ip:v2.5.0`, {
          nodeSelector: { 'label-not-exist': 'node-not-exist' },
        }),
      },
    },
    [],
  ],
  [
    'no Karpenter',
    { customResourceDefinitions: [] },
    ['info karpenter-not-installed'],
  ],
  [
    'an old Kubernetes',
    { kubernetesVersion: 'v1.28.3-tke.1' },
    ['error kubernetes-version-too-old'],
  ],
  [
    'an untested Kubernetes',
    { kubernetesVersion: 'v1.34.4-tke.1' },
    ['warning kubernetes-version-untested'],
  ],
  [
    'a super node, which does not count',
    { nodes: [node('eklet-1', { kind: 'super', kernelVersion: '5.4.0' })] },
    [],
  ],
  [
    'nodes before Cilium',
    { nodes: [node('10.0.0.1'), node('eklet-1', { kind: 'super' })] },
    ['error nodes-before-cilium'],
  ],
  [
    'an old kernel',
    {
      daemonSets: { ...daemonSets, cilium },
      nodes: [
        node('10.0.0.1', { kernelVersion: '5.4.119-19-0009.3' }),
        node('10.0.0.2'),
        node('10.0.0.3', { kernelVersion: undefined }),
      ],
    },
    ['error node-kernel-too-old'],
  ],
  [
    'no address of the API server',
    { apiServer: undefined },
    ['error api-server-address-missing'],
  ],
  [
    'an API server behind a load balancer',
    { apiServer: { host: '10.0.0.9', port: 60002 } },
    ['error api-server-address-not-link-local'],
  ],
  [
    'an unusual port',
    { apiServer: { host: '169.254.128.4', port: 443 } },
    ['warning api-server-port-unusual'],
  ],
  [
    'a pending release',
    { helmRelease: { revision: 1, status: 'pending-install' } },
    ['warning release-pending'],
  ],
  [
    'a failed release',
    { helmRelease: { revision: 1, status: 'failed' } },
    ['warning release-failed'],
  ],
  [
    'a release that is being uninstalled',
    { helmRelease: { revision: 4, status: 'uninstalling' } },
    ['error release-uninstalling'],
  ],
])('finds %s', (_, changes, expected) => {
  expect(findings(emptyCluster(changes))).toEqual(expected);
});

describe('what could not be read', () => {
  it.each<[CollectionName, CollectionState, string]>([
    ['helmReleases', { state: 'forbidden' }, 'error permission-missing'],
    ['nodes', { state: 'forbidden' }, 'error permission-missing'],
    ['machineSets', { state: 'forbidden' }, 'warning permission-missing'],
    ['configMaps', { state: 'failed' }, 'error collection-unknown'],
    ['nodes', { state: 'pending' }, 'error collection-unknown'],
  ])('%s %j', (collection, state, expected) => {
    expect(
      findings(
        emptyCluster({ collections: collections({ [collection]: state }) }),
      ),
    ).toEqual([expected]);
  });

  it('names the permission', () => {
    const [finding] = evaluatePreflight(
      emptyCluster({
        collections: collections({
          nodes: { state: 'forbidden', message: 'list nodes is not allowed' },
        }),
      }),
      { profile: getInstallProfile('guide-2026-08') },
    );
    expect(finding.message).toContain('nodes: list nodes is not allowed');
  });

  it('does not make a network or an address look missing', () => {
    expect(
      findings(
        emptyCluster({
          daemonSets: {},
          apiServer: undefined,
          collections: collections({
            daemonSets: { state: 'forbidden' },
            endpointSlices: { state: 'forbidden' },
          }),
        }),
      ),
    ).toEqual(['error permission-missing', 'error permission-missing']);
  });

  it('leaves kinds alone that are not registered', () => {
    expect(
      findings(
        emptyCluster({
          collections: collections({
            ciliumNodes: { state: 'absent' },
            karpenterNodePools: { state: 'absent' },
            machineSets: { state: 'pending' },
          }),
        }),
      ),
    ).toEqual([]);
  });
});

it.each(['connecting', 'unreachable'] as const)(
  'says only that the cluster is %s',
  state => {
    const [finding, ...more] = evaluatePreflight(
      emptyCluster({
        connection: { state, since: NOW, message: 'connect ECONNREFUSED' },
        daemonSets: {},
      }),
      { profile: getInstallProfile('guide-2026-08') },
    );
    expect(finding.code).toBe('cluster-unreachable');
    expect(finding.message).toContain('connect ECONNREFUSED');
    expect(more).toEqual([]);
  },
);

it('accepts nodes that are there already when told to', () => {
  const snapshot = emptyCluster({
    nodes: Array.from({ length: 7 }, (_, index) => node(`10.0.0.${index + 1}`)),
  });
  const [finding] = evaluatePreflight(snapshot, {
    profile: getInstallProfile('guide-2026-08'),
    chartVersion: '1.18.12',
    existingNodes: 'accept',
  });
  expect(finding).toMatchObject({
    code: 'nodes-before-cilium',
    severity: 'warning',
    parameters: {
      count: 7,
      nodes: '10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, …',
    },
  });
});

it("judges the profile's own chart version when none is given", () => {
  expect(findings(emptyCluster(), { chartVersion: undefined })).toEqual([
    'warning version-known-bad',
  ]);
});

it('finds everything at once, what blocks first, each with a remedy', () => {
  const problems = evaluatePreflight(
    emptyCluster({
      kubernetesVersion: 'v1.28.3',
      apiServer: undefined,
      customResourceDefinitions: [],
      helmRelease: { revision: 1, status: 'pending-install' },
      nodes: [node('10.0.0.1', { kernelVersion: '5.4.119' })],
    }),
    { profile: getInstallProfile('guide-2025-11') },
  );
  expect(problems.map(({ code }) => code)).toEqual([
    'kubernetes-version-too-old',
    'nodes-before-cilium',
    'node-kernel-too-old',
    'api-server-address-missing',
    'version-known-bad',
    'release-pending',
    'karpenter-not-installed',
  ]);
  expect(problems.every(({ remedy }) => remedy.length > 0)).toBe(true);
  expect(isBlocked(problems)).toBe(true);
  expect(isBlocked(problems.filter(p => p.severity !== 'error'))).toBe(false);
});
