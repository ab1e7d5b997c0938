import {
  createProblem,
  ClusterResponse,
  Condition,
  ConditionType,
  NodePoolReadiness,
  NodeReadiness,
  Problem,
  Readiness,
  ReadinessPhase,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** A time that many seconds before now, ISO 8601. */
function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

const AGENT_IMAGE = 'quay.tencentcloudcr.com/cilium/cilium:v1.18.3';
const ENVOY_IMAGE =
  'quay.tencentcloudcr.com/cilium/cilium-envoy:v1.34.10-1761014632';
const OPERATOR_IMAGE = 'quay.tencentcloudcr.com/cilium/operator:v1.18.3';

function node(
  index: number,
  overrides: Partial<NodeReadiness> = {},
): NodeReadiness {
  return {
    name: `10.0.${Math.floor(index / 200)}.${10 + (index % 200)}`,
    kind: 'native',
    ready: true,
    cilium: 'ready',
    nodePool: 'np-general',
    instanceType: 'SA5.2XLARGE16',
    zone: `ap-guangzhou-${6 + (index % 2)}`,
    kernelVersion: '6.6.98-40.2.tl4.x86_64',
    osImage: 'TencentOS Server 4.4',
    createdAt: ago(3 * DAY),
    ...overrides,
  };
}

const POOLS: NodePoolReadiness[] = [
  {
    name: 'np-general',
    kind: 'native',
    desired: 3,
    ready: 3,
    minimum: 1,
    maximum: 10,
    instanceTypes: ['SA5.2XLARGE16'],
    zones: ['ap-guangzhou-6', 'ap-guangzhou-7'],
    phase: 'Ready',
    createdAt: ago(12 * DAY),
  },
  {
    name: 'elastic',
    kind: 'karpenter',
    desired: 2,
    ready: 2,
    instanceTypes: ['S5', 'SA5', 'S6', 'SA4'],
    zones: ['ap-guangzhou-6'],
    phase: 'Ready',
    createdAt: ago(2 * DAY),
  },
];

const NODES: NodeReadiness[] = [
  node(0),
  node(1),
  node(2),
  node(3, {
    kind: 'karpenter',
    nodePool: 'elastic',
    instanceType: 'S5.LARGE8',
  }),
  node(4, {
    kind: 'karpenter',
    nodePool: 'elastic',
    instanceType: 'SA5.LARGE8',
  }),
];

const CONDITIONS: [ConditionType, string][] = [
  ['Connected', 'The API server answers.'],
  ['Supported', 'The cluster uses VPC-CNI with shared network interfaces.'],
  [
    'KubernetesSupported',
    'Cilium 1.18.3 is tested with Kubernetes 1.30 to 1.33; the cluster runs v1.34.4-tke.1.',
  ],
  ['EniAgentReady', 'tke-eni-agent 3.8.0 is ready on every node.'],
  ['CniConfigured', 'The ConfigMap kube-system/cni-config is as it should be.'],
  [
    'CiliumConfigured',
    'The ConfigMap kube-system/cilium-config has what Cilium behind VPC-CNI needs.',
  ],
  ['ReleaseDeployed', 'Revision 2 of the Helm release cilium is deployed.'],
  ['CrdsRegistered', 'Every CustomResourceDefinition of Cilium is registered.'],
  ['AgentsReady', '5 of 5 agents are ready.'],
  ['EnvoyReady', '5 of 5 pods of cilium-envoy are ready.'],
  ['OperatorReady', '2 of 2 replicas of cilium-operator are ready.'],
  [
    'TkeComponentsDisabled',
    'No pod of kube-proxy, tke-cni-agent or ip-masq-agent is left.',
  ],
  ['NodesReady', '5 of 5 nodes are ready.'],
  ['EndpointsManaged', '42 of 42 pods have a CiliumEndpoint.'],
  [
    'ApiServerAddressCurrent',
    'Cilium reaches the API server at 169.254.128.9:60002.',
  ],
  ['NodePoolsReady', '2 of 2 node pools are ready.'],
];

function conditions(
  overrides: Partial<Record<ConditionType, Partial<Condition>>> = {},
): Condition[] {
  return CONDITIONS.map(([type, message]) => ({
    type,
    status: 'True',
    reason: 'AsExpected',
    message,
    lastTransitionTime: ago(2 * DAY),
    ...overrides[type],
  }));
}

function readiness(overrides: Partial<Readiness> = {}): Readiness {
  return {
    phase: 'Ready',
    summary: 'Cilium 1.18.3 serves all 5 nodes.',
    conditions: conditions(),
    problems: [],
    cilium: {
      version: '1.18.3',
      chartVersion: '1.18.3',
      profile: 'guide-2026-08',
      release: { revision: 2, status: 'deployed' },
    },
    configuration: { profile: 'guide-2026-08', total: 0, differences: [] },
    kubernetesVersion: 'v1.34.4-tke.1',
    workloads: {
      agent: { desired: 5, ready: 5, image: AGENT_IMAGE },
      envoy: { desired: 5, ready: 5, image: ENVOY_IMAGE },
      operator: { desired: 2, ready: 2, image: OPERATOR_IMAGE },
    },
    nodes: NODES,
    nodePools: POOLS,
    tkeComponents: [
      { name: 'kube-proxy', state: 'disabled', pods: 0 },
      { name: 'tke-cni-agent', state: 'disabled', pods: 0 },
      { name: 'ip-masq-agent', state: 'disabled', pods: 0 },
    ],
    ...overrides,
  };
}

/** The states before, newest first, ending in an installation two days ago. */
function historyOf(phase: ReadinessPhase, summary: string) {
  const past: [ReadinessPhase, string, number][] = [
    [phase, summary, 4 * MINUTE],
    ['Ready', 'Cilium 1.18.3 serves all 5 nodes.', 2 * DAY],
    ['Progressing', '3 of 5 agents are ready.', 2 * DAY + 2 * MINUTE],
    [
      'WaitingForNodes',
      'Cilium is installed and no node has joined yet.',
      2 * DAY + 9 * MINUTE,
    ],
    ['Installing', 'Helm is installing revision 1.', 2 * DAY + 10 * MINUTE],
    ['NotInstalled', 'Cilium is not installed.', 2 * DAY + HOUR],
  ];
  return past.map(([state, text, seconds], index) => ({
    revision: 40 - index,
    at: ago(seconds),
    phase: state,
    summary: text,
    conditions: [],
  }));
}

function cluster(
  judged: Readiness | undefined,
  overrides: Partial<ClusterResponse> = {},
): ClusterResponse {
  return {
    clusterId: 'cls-demo0001',
    title: 'demo',
    revision: 40,
    connection: { state: 'connected', since: ago(6 * DAY) },
    phase: judged?.phase,
    summary: judged?.summary,
    observedAt: ago(8),
    readiness: judged,
    history: judged ? historyOf(judged.phase, judged.summary) : [],
    ...overrides,
  };
}

const noWorkloads: Readiness['workloads'] = {
  agent: { desired: 0, ready: 0 },
  envoy: { desired: 0, ready: 0 },
  operator: { desired: 0, ready: 0 },
};

const notInstalled: Partial<Readiness> = {
  phase: 'NotInstalled',
  summary: 'Cilium is not installed on this cluster.',
  cilium: {},
  workloads: noWorkloads,
  nodes: [],
  nodePools: [],
  tkeComponents: [
    { name: 'kube-proxy', state: 'enabled', pods: 0 },
    { name: 'tke-cni-agent', state: 'enabled', pods: 0 },
    { name: 'ip-masq-agent', state: 'enabled', pods: 0 },
  ],
  conditions: conditions({
    EniAgentReady: {
      status: 'False',
      message: 'tke-eni-agent is 3.7.1, older than 3.8.0.',
    },
    CniConfigured: {
      status: 'False',
      message: 'The ConfigMap kube-system/cni-config does not exist.',
    },
    CiliumConfigured: {
      status: 'False',
      message: 'Cilium is not installed.',
    },
    ReleaseDeployed: {
      status: 'False',
      message: 'The Helm release cilium does not exist.',
    },
    AgentsReady: { status: 'Unknown', message: 'Cilium is not installed.' },
    EnvoyReady: { status: 'Unknown', message: 'Cilium is not installed.' },
    OperatorReady: { status: 'Unknown', message: 'Cilium is not installed.' },
  }),
};

const IMAGE_PULL: Problem = {
  code: 'agent-image-pull-failed',
  severity: 'error',
  message:
    'The Cilium agent on node 10.0.0.12 cannot pull the image quay.tencentcloudcr.com/cilium/cilium:v1.18.3 (ImagePullBackOff).',
  remedy:
    'Check that the image exists in the registry and that the node can reach it. The public mirror has no service level; mirror the images to your own registry and install again with that image source.',
  docsUrl: 'https://kubernetes.io/docs/concepts/containers/images/',
  parameters: {
    nodes: '10.0.0.12',
    count: 1,
    image: 'quay.tencentcloudcr.com/cilium/cilium:v1.18.3',
    reason: 'ImagePullBackOff',
    detail: '',
  },
};

const POOL_FAILED: Problem = {
  code: 'node-pool-failed',
  severity: 'error',
  message:
    'The node pool elastic cannot make nodes (ResourceInsufficient): the specified instance type is sold out.',
  remedy:
    'Correct the pool: subnets, security groups, instance types that are sold in its zones, limits. It tries again by itself.',
  parameters: {
    pool: 'elastic',
    reason: 'ResourceInsufficient',
    detail: 'the specified instance type is sold out',
  },
};

const UNMANAGED: Problem = {
  code: 'unmanaged-pods',
  severity: 'warning',
  message:
    '3 of 42 Pods are not managed by Cilium, they have no CiliumEndpoint: shop/cart-0, shop/cart-1, shop/web-7c9d.',
  remedy:
    'Restart Pods that are older than the Cilium agent on their node; network policies do not apply to them.',
  parameters: {
    unmanaged: 3,
    pods: 42,
    names: 'shop/cart-0, shop/cart-1, shop/web-7c9d',
  },
};

const KNOWN_BAD: Problem = {
  code: 'version-known-bad',
  severity: 'info',
  message:
    'Cilium 1.18.3 has known defects that 1.18.5 fixes: leaked identities.',
  remedy:
    'Plan an upgrade to the newest patch version of the same minor version.',
  docsUrl: 'https://github.com/cilium/cilium/releases',
  parameters: {
    version: '1.18.3',
    fixedIn: '1.18.5',
    defects: 'leaked identities',
  },
};

const TAINT: Problem = {
  code: 'node-taint-stuck',
  severity: 'error',
  message:
    'The taint node.cilium.io/agent-not-ready stays on node 10.0.0.13 although the agent there is ready.',
  remedy:
    'The Cilium operator removes the taint. Check that it is running and may update nodes.',
  parameters: { nodes: '10.0.0.13', count: 1 },
};

const degraded = readiness({
  phase: 'Degraded',
  summary: IMAGE_PULL.message,
  problems: [KNOWN_BAD, IMAGE_PULL],
  workloads: {
    agent: { desired: 5, ready: 4, image: AGENT_IMAGE },
    envoy: { desired: 5, ready: 5, image: ENVOY_IMAGE },
    operator: { desired: 2, ready: 2, image: OPERATOR_IMAGE },
  },
  nodes: NODES.map((each, index) =>
    index === 2
      ? node(2, {
          cilium: 'not-ready',
          message: 'cilium-agent: ImagePullBackOff',
          taints: ['node.cilium.io/agent-not-ready:NoExecute'],
        })
      : each,
  ),
  conditions: conditions({
    AgentsReady: {
      status: 'False',
      message: '4 of 5 agents are ready.',
      lastTransitionTime: ago(4 * MINUTE),
    },
  }),
});

/** What an install with options and values of its own makes of the profile. */
const overridden = readiness({
  configuration: {
    profile: 'guide-2026-08',
    total: 61,
    differences: [
      { key: 'cluster-name', expected: 'default', actual: 'shop' },
      { key: 'debug-verbose', expected: '', actual: 'flow' },
      { key: 'devices', expected: 'eth+', actual: '' },
      { key: 'enable-bpf-masquerade', actual: 'true' },
      { key: 'enable-egress-gateway', actual: 'true' },
      { key: 'enable-health-checking', expected: 'true' },
      { key: 'enable-ipv4-masquerade', expected: 'false', actual: 'true' },
      { key: 'hubble-metrics', actual: `${'dns drop tcp flow '.repeat(11)}…` },
      { key: 'monitor-aggregation', expected: 'medium', actual: 'none' },
      { key: 'my-api-token', actual: '***' },
    ],
  },
});

const drifted = readiness({
  phase: 'Degraded',
  configuration: undefined,
  summary: 'Cilium reaches the API server at an address that is gone.',
  problems: [
    createProblem('api-server-address-drift', {
      configured: '169.254.128.9:60002',
      current: '169.254.128.17:60002',
    }),
    createProblem('cilium-config-different', {
      differences:
        'enable-ipv4-masquerade is "true" instead of "false"; hubble-disable-tls is missing',
    }),
  ],
  conditions: conditions({
    ApiServerAddressCurrent: {
      status: 'False',
      reason: 'AddressDrifted',
      message:
        'Cilium reaches the API server at 169.254.128.9:60002, which is no longer its address.',
      lastTransitionTime: ago(3 * MINUTE),
    },
    CniConfigured: {
      status: 'Unknown',
      reason: 'PermissionMissing',
      message: 'The connection may not read ConfigMaps.',
      lastTransitionTime: ago(3 * MINUTE),
    },
  }),
});

const failed = readiness({
  phase: 'Failed',
  summary: `${IMAGE_PULL.message} And 2 more.`,
  problems: [UNMANAGED, IMAGE_PULL, TAINT, POOL_FAILED, KNOWN_BAD],
  workloads: {
    agent: { desired: 5, ready: 0, image: AGENT_IMAGE },
    envoy: { desired: 5, ready: 3, image: ENVOY_IMAGE },
    operator: { desired: 2, ready: 1, image: OPERATOR_IMAGE },
  },
  nodes: NODES.map(each => ({ ...each, ready: false, cilium: 'not-ready' })),
  nodePools: [
    POOLS[0],
    {
      ...POOLS[1],
      desired: 4,
      phase: 'Failed',
      message: 'ResourceInsufficient: sold out in ap-guangzhou-6',
    },
  ],
  conditions: conditions({
    AgentsReady: {
      status: 'False',
      message: '0 of 5 agents are ready.',
      lastTransitionTime: ago(4 * MINUTE),
    },
    EndpointsManaged: {
      status: 'Unknown',
      message: 'The connection may not read CiliumEndpoints.',
      lastTransitionTime: ago(4 * MINUTE),
    },
    NodePoolsReady: {
      status: 'False',
      message: '1 of 2 node pools is ready.',
      lastTransitionTime: ago(40 * MINUTE),
    },
  }),
});

const lost = {
  state: 'unreachable',
  message: 'connect ECONNREFUSED: the API server does not answer.',
  since: ago(7 * MINUTE),
} as const;

const UNREACHABLE: Problem = {
  code: 'cluster-unreachable',
  severity: 'error',
  message:
    'The API server does not answer: connect ECONNREFUSED 127.0.0.1:6443.',
  remedy:
    'Check that the cluster runs, that its access endpoint is open to this backend, and that the kubeconfig is valid.',
  parameters: { detail: 'connect ECONNREFUSED 127.0.0.1:6443' },
};

const conditionsWithoutContact = conditions().map(condition => ({
  ...condition,
  status:
    condition.type === 'Connected' ? ('False' as const) : ('Unknown' as const),
  lastTransitionTime: ago(7 * MINUTE),
}));

/** What the backend answers in every state that a page has to draw. */
export const CANNED_CLUSTERS = {
  ready: cluster(readiness()),
  notInstalled: cluster(readiness(notInstalled)),
  notInstalledWithProblems: cluster(
    readiness({
      ...notInstalled,
      problems: [
        {
          code: 'eni-agent-too-old',
          severity: 'warning',
          message:
            "tke-eni-agent 3.7.1 is too old: below 3.8.0 its route tables collide with Cilium's tables 2004 and 2005.",
          remedy:
            'Upgrade the addon eniipamd, or run the step that upgrades the agent image.',
          docsUrl: 'https://docs.cilium.io/en/stable/',
          parameters: { version: '3.7.1', minimum: '3.8.0' },
        },
      ],
    }),
  ),
  installing: cluster(
    readiness({
      ...notInstalled,
      phase: 'Installing',
      summary: 'Helm is installing revision 1 of the release cilium.',
      cilium: {
        chartVersion: '1.18.3',
        profile: 'guide-2026-08',
        release: { revision: 1, status: 'pending-install' },
      },
    }),
  ),
  waitingForNodes: cluster(
    readiness({
      phase: 'WaitingForNodes',
      summary: 'Cilium is installed; the cluster has no nodes yet.',
      workloads: {
        agent: { desired: 0, ready: 0, image: AGENT_IMAGE },
        envoy: { desired: 0, ready: 0, image: ENVOY_IMAGE },
        operator: { desired: 2, ready: 0, image: OPERATOR_IMAGE },
      },
      nodes: [],
      nodePools: [{ ...POOLS[1], desired: 0, ready: 0, phase: 'Empty' }],
    }),
  ),
  progressing: cluster(
    readiness({
      phase: 'Progressing',
      summary: '3 of 5 agents are ready.',
      workloads: {
        agent: { desired: 5, ready: 3, image: AGENT_IMAGE },
        envoy: { desired: 5, ready: 2, image: ENVOY_IMAGE },
        operator: { desired: 2, ready: 2, image: OPERATOR_IMAGE },
      },
      nodes: NODES.map((each, index) =>
        index < 3 ? each : { ...each, ready: false, cilium: 'not-ready' },
      ),
      nodePools: [POOLS[0], { ...POOLS[1], ready: 0, phase: 'Scaling' }],
    }),
  ),
  degraded: cluster(degraded),
  drifted: cluster(drifted),
  overridden: cluster(overridden),
  failed: cluster(failed),
  unsupported: cluster(
    readiness({
      ...notInstalled,
      phase: 'Unsupported',
      summary:
        'The cluster uses the Global Router network (DaemonSet kube-system/tke-bridge-agent exists).',
      problems: [
        {
          code: 'network-global-router',
          severity: 'error',
          message:
            'The cluster uses the Global Router network (DaemonSet kube-system/tke-bridge-agent exists).',
          remedy:
            'Cilium in this way needs a cluster with VPC-CNI, shared network interfaces. The network of a cluster cannot be changed; create a new one.',
          parameters: {},
        },
      ],
    }),
  ),
  unreachable: cluster(
    readiness({
      phase: 'Unreachable',
      summary: UNREACHABLE.message,
      problems: [UNREACHABLE],
      conditions: conditionsWithoutContact,
    }),
    { connection: lost, observedAt: ago(7 * MINUTE) },
  ),
  unreachableFromTheStart: cluster(
    readiness({
      ...notInstalled,
      phase: 'Unreachable',
      summary: UNREACHABLE.message,
      problems: [UNREACHABLE],
      conditions: conditionsWithoutContact,
      kubernetesVersion: undefined,
    }),
    { revision: 1, connection: lost, observedAt: undefined, history: [] },
  ),
  connecting: cluster(undefined, {
    revision: 0,
    connection: { state: 'connecting', since: ago(20) },
    observedAt: undefined,
  }),
  stale: cluster(readiness(), { observedAt: ago(23 * MINUTE) }),
  manyPools: cluster(
    readiness({
      nodePools: Array.from({ length: 9 }, (_, index) => ({
        ...POOLS[index % 2],
        name: `${POOLS[index % 2].name}-${index}`,
      })),
    }),
  ),
  thousandNodes: cluster(
    readiness({
      summary: 'Cilium 1.18.3 serves all 1000 nodes.',
      nodes: Array.from({ length: 1000 }, (_, index) =>
        node(index, { nodePool: `np-${index % 7}` }),
      ),
      workloads: {
        agent: { desired: 1000, ready: 1000, image: AGENT_IMAGE },
        envoy: { desired: 1000, ready: 1000, image: ENVOY_IMAGE },
        operator: { desired: 2, ready: 2, image: OPERATOR_IMAGE },
      },
    }),
  ),
} satisfies Record<string, ClusterResponse>;

/** Name of a state in {@link CANNED_CLUSTERS}. */
export type CannedCluster = keyof typeof CANNED_CLUSTERS;
