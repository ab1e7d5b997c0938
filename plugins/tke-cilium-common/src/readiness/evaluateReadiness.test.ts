import {
  ClusterObjects,
  CLUSTER_ID,
  daemonSetObject,
  healthyObjects,
  helmReleaseObject,
  LONG_AGO,
  nodeObject,
  NOW,
  podObject,
  secondsAgo,
  snapshotOf,
} from '../snapshot/fixtures';
import { JsonObject } from '../snapshot/json';
import { RELEASE_LABELS } from '../vocabulary/names';
import { createSnapshotState, setConnection } from '../snapshot/state';
import { toSnapshot } from '../snapshot/toSnapshot';
import { CollectionName } from '../snapshot/types';
import { evaluateReadiness } from './evaluateReadiness';
import { ConditionType, Readiness, ReadinessPhase } from './types';

function judge(changes: ClusterObjects = {}): Readiness {
  return evaluateReadiness(snapshotOf(changes), { now: NOW });
}

function condition(readiness: Readiness, type: ConditionType) {
  const { status, reason } = readiness.conditions.find(
    candidate => candidate.type === type,
  )!;
  return `${status} ${reason}`;
}

function codes(readiness: Readiness): string[] {
  return readiness.problems.map(({ code }) => code);
}

/** The agent of the first node with another status. */
function pods(status: JsonObject, metadata: JsonObject = {}): JsonObject[] {
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

const NOT_READY = { conditions: [{ type: 'Ready', status: 'False' }] };

function waiting(reason: string, message?: string) {
  return {
    ...NOT_READY,
    containerStatuses: [
      { name: 'cilium-agent', state: { waiting: { reason, message } } },
    ],
  };
}

const CRASHING = {
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

function daemonSets(...changed: JsonObject[]): JsonObject[] {
  const name = (object: JsonObject) => (object.metadata as JsonObject).name;
  return [
    ...(healthyObjects()['daemon-sets'] as JsonObject[]).filter(
      object => !changed.some(other => name(other) === name(object)),
    ),
    ...changed,
  ];
}

function without(...names: string[]): JsonObject[] {
  return (healthyObjects()['daemon-sets'] as JsonObject[]).filter(
    object => !names.includes(String((object.metadata as JsonObject).name)),
  );
}

/** The ConfigMap with some keys or annotations more, or other ones. */
function ciliumConfig(changes: {
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
function withLabels(
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
function withInitContainer(name: string): JsonObject[] {
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

const NOT_INSTALLED: ClusterObjects = {
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

const NO_NODES: ClusterObjects = {
  nodes: [],
  pods: [],
  'operator-pods': [],
  'cilium-nodes': [],
  'machine-sets': [],
  'custom-resource-definitions': [],
};

const EKLET = nodeObject('eklet-1', {
  metadata: {
    name: 'eklet-1',
    labels: { 'node.kubernetes.io/instance-type': 'eklet' },
  },
});

const KARPENTER_POOL = {
  metadata: { name: 'default' },
  spec: { template: { spec: {} } },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};

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

  const SCENARIOS: [
    string,
    ClusterObjects,
    ReadinessPhase,
    ConditionType,
    string,
    string[],
  ][] = [
    // Not there yet.
    [
      'nothing is installed, which is no problem',
      NOT_INSTALLED,
      'NotInstalled',
      'AgentsReady',
      'False NotInstalled',
      [],
    ],
    [
      'an uninstalled release whose history was kept',
      {
        ...NOT_INSTALLED,
        'helm-releases': [helmReleaseObject(1, 'uninstalled')],
      },
      'NotInstalled',
      'ReleaseDeployed',
      'False NotInstalled',
      [],
    ],
    [
      'Helm at work',
      {
        ...NOT_INSTALLED,
        'helm-releases': [
          helmReleaseObject(1, 'pending-install', secondsAgo(30)),
        ],
        'cni-config': healthyObjects()['cni-config'],
        'daemon-sets': without('cilium', 'cilium-envoy'),
      },
      'Installing',
      'ReleaseDeployed',
      'False ReleasePending',
      [],
    ],
    [
      'a killed Helm',
      {
        'helm-releases': [
          helmReleaseObject(1, 'pending-upgrade', secondsAgo(3600)),
        ],
      },
      'Failed',
      'ReleaseDeployed',
      'False ReleasePending',
      ['release-pending-stale'],
    ],
    [
      'a revision that somebody made with Helm by hand',
      {
        'helm-releases': [
          withLabels(helmReleaseObject(3, 'deployed'), {
            [RELEASE_LABELS.revision]: '2',
          }),
        ],
      },
      'Ready',
      'ReleaseDeployed',
      'True Deployed',
      ['release-changed-elsewhere'],
    ],
    [
      'a revision that the install made',
      {
        'helm-releases': [
          withLabels(helmReleaseObject(3, 'deployed'), {
            [RELEASE_LABELS.revision]: '3',
          }),
        ],
      },
      'Ready',
      'ReleaseDeployed',
      'True Deployed',
      [],
    ],
    [
      'a cilium-config that was changed by hand',
      { 'cilium-config': ciliumConfig({ data: { ipam: 'kubernetes' } }) },
      'Degraded',
      'CiliumConfigured',
      'False CiliumConfigBroken',
      ['cilium-config-broken'],
    ],
    [
      'a cilium-config with a choice that the guide advises against',
      { 'cilium-config': ciliumConfig({ data: { devices: 'eth0' } }) },
      'Ready',
      'CiliumConfigured',
      'True CiliumConfigured',
      ['cilium-config-different'],
    ],
    [
      'faults that Cilium notes itself',
      {
        'cilium-config': ciliumConfig({
          annotations: { 'config.cilium.io/devices': 'no such device' },
        }),
      },
      'Ready',
      'CiliumConfigured',
      'True CiliumConfigured',
      ['cilium-config-errors'],
    ],
    [
      'a cilium-config that is gone',
      { 'cilium-config': [] },
      'Degraded',
      'CiliumConfigured',
      'False CiliumConfigMissing',
      ['cilium-config-missing'],
    ],
    [
      'agents that set sysctls again',
      { 'daemon-sets': withInitContainer('apply-sysctl-overwrites') },
      'Ready',
      'CiliumConfigured',
      'True CiliumConfigured',
      ['sysctl-fix-enabled'],
    ],
    [
      'a failed release',
      { 'helm-releases': [helmReleaseObject(3, 'failed')] },
      'Failed',
      'ReleaseDeployed',
      'False ReleaseFailed',
      ['release-failed'],
    ],
    [
      'parity caveat b: an empty cluster, the operator pending',
      NO_NODES,
      'WaitingForNodes',
      'OperatorReady',
      'False WaitingForNodes',
      [],
    ],
    [
      'a super node alone is no node for Cilium',
      {
        ...NO_NODES,
        nodes: [EKLET],
        pods: [podObject('cilium-s', 'eklet-1', { 'k8s-app': 'cilium' })],
      },
      'WaitingForNodes',
      'AgentsReady',
      'False WaitingForNodes',
      [],
    ],
    // Networks that do not fit.
    [
      'Global Router',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('tke-bridge-agent', { copies: 2, image: 'x' }),
        ),
      },
      'Unsupported',
      'Supported',
      'False NetworkNotSupported',
      ['network-global-router'],
    ],
    [
      "somebody else's Cilium",
      {
        'daemon-sets': daemonSets(
          daemonSetObject('cilium', { copies: 2, image: 'quay.io/x:v1.16.5' }),
        ),
      },
      'Unsupported',
      'Supported',
      'False NetworkNotSupported',
      ['foreign-cilium'],
    ],
    [
      'DataPlaneV2',
      {
        ...NOT_INSTALLED,
        'daemon-sets': [
          daemonSetObject('tke-eni-agent', {
            copies: 2,
            image: 'x/eni:v3.8.3',
          }),
        ],
      },
      'Unsupported',
      'Supported',
      'False NetworkNotSupported',
      ['network-dataplane-v2'],
    ],
    // Agents.
    [
      'an agent that starts',
      {
        pods: pods({
          ...waiting('ContainerCreating'),
          startTime: secondsAgo(60),
        }),
      },
      'Progressing',
      'AgentsReady',
      'False AgentsStarting',
      [],
    ],
    [
      'an agent that takes too long to start',
      {
        pods: pods({
          ...waiting('ContainerCreating'),
          startTime: secondsAgo(301),
        }),
      },
      'Degraded',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-not-ready'],
    ],
    [
      'an agent that stopped being ready',
      { pods: pods(NOT_READY) },
      'Degraded',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-not-ready'],
    ],
    [
      'an image that cannot be pulled, at once',
      {
        pods: pods({
          ...waiting('ImagePullBackOff', 'not found'),
          startTime: secondsAgo(5),
        }),
      },
      'Degraded',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-image-pull-failed'],
    ],
    [
      'one crashing agent of two',
      { pods: pods(CRASHING) },
      'Degraded',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-crash-loop'],
    ],
    [
      'every agent crashing',
      {
        nodes: [nodeObject('10.0.0.1')],
        pods: pods(CRASHING).slice(0, 2),
        'operator-pods': (
          healthyObjects()['operator-pods'] as JsonObject[]
        ).slice(0, 1),
      },
      'Failed',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-crash-loop'],
    ],
    [
      'no agent on an old node, and the DaemonSet counts none there',
      {
        pods: pods({}).slice(1),
        'daemon-sets': daemonSets({
          ...daemonSets()[0],
          status: {
            ...(daemonSets()[0].status as JsonObject),
            currentNumberScheduled: 1,
          },
        }),
      },
      'Degraded',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-missing-on-node'],
    ],
    [
      'an agent that was deleted a moment ago',
      { pods: pods({}).slice(1) },
      'Progressing',
      'AgentsReady',
      'False AgentsStarting',
      [],
    ],
    [
      'no agent yet on a node that has just joined',
      {
        nodes: [
          nodeObject('10.0.0.2'),
          nodeObject('10.0.0.3', {
            metadata: { name: '10.0.0.3', creationTimestamp: secondsAgo(10) },
          }),
        ],
      },
      'Progressing',
      'AgentsReady',
      'False AgentsStarting',
      [],
    ],
    [
      'an evicted agent is replaced',
      { pods: pods({ ...NOT_READY, phase: 'Failed', reason: 'Evicted' }) },
      'Progressing',
      'AgentsReady',
      'False AgentsStarting',
      [],
    ],
    [
      'a failed agent is not',
      { pods: pods({ ...NOT_READY, phase: 'Failed', reason: 'OutOfpods' }) },
      'Degraded',
      'AgentsReady',
      'False AgentsBroken',
      ['agent-not-ready'],
    ],
    [
      'a rollout that has not started',
      {
        'daemon-sets': daemonSets({
          ...(daemonSets()[0] as JsonObject),
          metadata: {
            ...(daemonSets()[0].metadata as JsonObject),
            generation: 3,
          },
        }),
      },
      'Progressing',
      'AgentsReady',
      'False RolloutNotStarted',
      [],
    ],
    [
      'a rollout on its way',
      {
        'daemon-sets': daemonSets({
          ...(daemonSets()[0] as JsonObject),
          status: {
            ...(daemonSets()[0].status as JsonObject),
            updatedNumberScheduled: 1,
          },
        }),
      },
      'Progressing',
      'AgentsReady',
      'False RollingOut',
      [],
    ],
    [
      'no DaemonSet of agents although the release is deployed',
      { 'daemon-sets': without('cilium') },
      'Degraded',
      'AgentsReady',
      'False DaemonSetMissing',
      ['agent-daemon-set-missing'],
    ],
    // Envoy and operator.
    [
      'Envoy inside the agent',
      { 'daemon-sets': without('cilium-envoy') },
      'Ready',
      'EnvoyReady',
      'True Embedded',
      [],
    ],
    [
      'a crashing Envoy',
      {
        pods: (healthyObjects().pods as JsonObject[]).map((pod, index) =>
          index === 1 ? { ...pod, status: CRASHING } : pod,
        ),
      },
      'Degraded',
      'EnvoyReady',
      'False EnvoyBroken',
      ['envoy-not-ready'],
    ],
    [
      'parity caveat c: one node, one replica of the operator',
      {
        ...healthyObjects(['10.0.0.1']),
        'operator-pods': [
          podObject('o-1', '10.0.0.1', { 'io.cilium/app': 'operator' }),
          {
            ...podObject('o-2', '', { 'io.cilium/app': 'operator' }),
            status: {
              phase: 'Pending',
              conditions: [
                {
                  type: 'PodScheduled',
                  status: 'False',
                  message: "didn't match pod anti-affinity rules",
                },
              ],
            },
          },
        ],
      },
      'Ready',
      'OperatorReady',
      'True OneReplicaPerNode',
      [],
    ],
    [
      'an operator that crashes',
      {
        deployments: (healthyObjects().deployments as JsonObject[]).map(
          object => ({
            ...object,
            status: { ...(object.status as JsonObject), readyReplicas: 1 },
          }),
        ),
        'operator-pods': [
          {
            ...podObject('o', '10.0.0.1', { 'io.cilium/app': 'operator' }),
            status: CRASHING,
          },
        ],
      },
      'Degraded',
      'OperatorReady',
      'False OperatorBroken',
      ['operator-not-ready'],
    ],
    [
      'no operator',
      { deployments: [] },
      'Degraded',
      'OperatorReady',
      'False DeploymentMissing',
      ['operator-missing'],
    ],
    [
      'no CRDs although the operator has long been ready',
      { 'custom-resource-definitions': [] },
      'Degraded',
      'CrdsRegistered',
      'False CrdsMissing',
      ['crds-missing'],
    ],
    // Configuration.
    [
      'no CNI ConfigMap',
      { 'cni-config': [] },
      'Degraded',
      'CniConfigured',
      'False CniConfigMissing',
      ['cni-config-missing'],
    ],
    [
      'another CNI chain',
      {
        'cni-config': [
          {
            metadata: { name: 'cni-config' },
            data: { 'cni-config': '{"cniVersion":"0.3.1","plugins":[]}' },
          },
        ],
      },
      'Degraded',
      'CniConfigured',
      'False CniConfigDifferent',
      ['cni-config-different'],
    ],
    [
      'an API server that moved',
      {
        'endpoint-slices': [
          {
            addressType: 'IPv4',
            endpoints: [{ addresses: ['169.254.128.9'] }],
            ports: [{ name: 'https', port: 60002 }],
          },
        ],
      },
      'Degraded',
      'ApiServerAddressCurrent',
      'False AddressDrifted',
      ['api-server-address-drift'],
    ],
    [
      'an API server whose endpoints are empty for a moment',
      { 'endpoint-slices': [] },
      'Ready',
      'ApiServerAddressCurrent',
      'Unknown NoEndpoint',
      [],
    ],
    [
      'an old tke-eni-agent',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('tke-eni-agent', {
            copies: 2,
            image: 'registry:5000/tke-eni-agent:v3.7.5@sha256:00',
          }),
        ),
      },
      'Degraded',
      'EniAgentReady',
      'False EniAgentTooOld',
      ['eni-agent-too-old'],
    ],
    [
      'a tke-eni-agent whose version nobody can tell',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('tke-eni-agent', { copies: 2, image: 'x@sha256:00' }),
        ),
      },
      'Ready',
      'EniAgentReady',
      'Unknown VersionUnknown',
      [],
    ],
    [
      'kube-proxy back on',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('kube-proxy', { copies: 2, image: 'x' }),
        ),
      },
      'Degraded',
      'TkeComponentsDisabled',
      'False ComponentsEnabled',
      ['tke-component-enabled'],
    ],
    [
      'kube-proxy still on right after Helm',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('kube-proxy', { copies: 2, image: 'x' }),
        ),
        'helm-releases': [helmReleaseObject(1, 'deployed', secondsAgo(20))],
      },
      'Progressing',
      'TkeComponentsDisabled',
      'False ComponentsEnabled',
      [],
    ],
    [
      'ip-masq-agent absent',
      { 'daemon-sets': without('ip-masq-agent') },
      'Ready',
      'TkeComponentsDisabled',
      'True ComponentsDisabled',
      [],
    ],
    // Nodes.
    [
      'a node that went down',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'Unknown',
                  reason: 'NodeStatusUnknown',
                  lastTransitionTime: secondsAgo(30),
                },
              ],
            },
          }),
        ],
      },
      'Degraded',
      'NodesReady',
      'False NodesBroken',
      ['node-not-ready'],
    ],
    [
      'a node that joins',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            metadata: { name: '10.0.0.2', creationTimestamp: secondsAgo(60) },
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'False',
                  reason: 'KubeletNotReady',
                  lastTransitionTime: secondsAgo(60),
                },
              ],
            },
          }),
        ],
      },
      'Progressing',
      'NodesReady',
      'False NodesJoining',
      [],
    ],
    [
      'a young node that was ready before',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            metadata: { name: '10.0.0.2', creationTimestamp: secondsAgo(60) },
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'False',
                  reason: 'KubeletNotReady',
                  lastTransitionTime: secondsAgo(20),
                },
              ],
            },
          }),
        ],
      },
      'Degraded',
      'NodesReady',
      'False NodesBroken',
      ['node-not-ready'],
    ],
    [
      'an old kernel',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            status: {
              nodeInfo: { kernelVersion: '5.4.119-19-0009.3' },
              conditions: [{ type: 'Ready', status: 'True' }],
            },
          }),
        ],
      },
      'Degraded',
      'NodesReady',
      'False NodesBroken',
      ['node-kernel-too-old'],
    ],
    [
      'a taint that stays',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            spec: {
              taints: [
                {
                  key: 'node.cilium.io/agent-not-ready',
                  effect: 'NoSchedule',
                },
              ],
            },
          }),
        ],
      },
      'Degraded',
      'NodesReady',
      'False NodesBroken',
      ['node-taint-stuck'],
    ],
    [
      'a taint that the operator is about to remove',
      {
        nodes: [
          nodeObject('10.0.0.1', {
            spec: {
              taints: [
                {
                  key: 'node.cilium.io/agent-not-ready',
                  effect: 'NoSchedule',
                },
              ],
            },
          }),
          nodeObject('10.0.0.2'),
        ],
        pods: pods({
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              lastTransitionTime: secondsAgo(5),
            },
          ],
        }),
      },
      'Progressing',
      'NodesReady',
      'False NodesHeld',
      [],
    ],
    [
      'no CiliumNode',
      { 'cilium-nodes': [{ metadata: { name: '10.0.0.1' } }] },
      'Degraded',
      'NodesReady',
      'False NodesBroken',
      ['cilium-node-missing'],
    ],
    // Pods.
    [
      'Pods without an endpoint',
      {
        'cilium-endpoints': 37,
        'unmanaged-pods': { total: 3, names: ['default/a', 'default/b'] },
      },
      'Ready',
      'EndpointsManaged',
      'False PodsUnmanaged',
      ['unmanaged-pods'],
    ],
    [
      'too few endpoints, and nobody knows yet whose are missing',
      { 'cilium-endpoints': 37 },
      'Ready',
      'EndpointsManaged',
      'Unknown NotCompared',
      [],
    ],
    [
      'parity caveat a: Pods on super nodes never have an endpoint',
      {
        nodes: [nodeObject('10.0.0.1'), nodeObject('10.0.0.2'), EKLET],
        'cilium-endpoints': 37,
        'unmanaged-pods': { total: 0, names: [] },
      },
      'Ready',
      'EndpointsManaged',
      'True AllManaged',
      [],
    ],
    // Pools.
    [
      'a pool that is not accepted',
      {
        'karpenter-node-pools': [
          {
            ...KARPENTER_POOL,
            spec: {
              template: {
                spec: {
                  startupTaints: [{ key: 'node.cilium.io/agent-not-ready' }],
                },
              },
            },
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'False',
                  reason: 'NodeClassNotReady',
                  message: 'Failed to resolve subnets',
                },
              ],
            },
          },
        ],
      },
      'Degraded',
      'NodePoolsReady',
      'False NodePoolsFailed',
      ['node-pool-failed'],
    ],
    [
      'a pool without the startup taint',
      { 'karpenter-node-pools': [KARPENTER_POOL] },
      'Ready',
      'NodePoolsReady',
      'True NodePoolsAccepted',
      ['startup-taint-missing'],
    ],
    [
      'a machine that failed in a pool that has nodes',
      {
        machines: [
          {
            metadata: {
              name: 'np-pool-x',
              ownerReferences: [{ kind: 'MachineSet', name: 'np-pool' }],
            },
            status: {
              phase: 'Failed',
              failureReason: 'InsufficientResources',
              failureMessage: 'sold out',
            },
          },
        ],
      },
      'Ready',
      'NodePoolsReady',
      'True NodePoolsAccepted',
      ['machine-failed'],
    ],
    [
      'machines that fail in a pool that waits for its first node',
      {
        'machine-sets': [
          {
            metadata: { name: 'np-new' },
            spec: { type: 'Native', replicas: 1 },
            status: { observedGeneration: 1 },
          },
        ],
        machines: [
          {
            metadata: {
              name: 'np-new-x',
              ownerReferences: [{ kind: 'MachineSet', name: 'np-new' }],
            },
            status: {
              phase: 'Failed',
              failureReason: 'InsufficientResources',
              failureMessage: 'sold out',
            },
          },
        ],
      },
      'Degraded',
      'NodePoolsReady',
      'False NodePoolsFailed',
      ['node-pool-failed'],
    ],
    // Advice.
    [
      'a version with known faults',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('cilium', {
            copies: 2,
            image: 'quay.io/cilium/cilium:v1.18.3',
            release: 'cilium',
            env: [
              { name: 'KUBERNETES_SERVICE_HOST', value: '169.254.128.7' },
              { name: 'KUBERNETES_SERVICE_PORT', value: '60002' },
            ],
          }),
        ),
      },
      'Ready',
      'AgentsReady',
      'True AllAgentsReady',
      ['version-known-bad'],
    ],
    [
      'a Hubble relay that is not ready',
      {
        deployments: [
          ...(healthyObjects().deployments as JsonObject[]),
          { metadata: { name: 'hubble-relay' }, spec: { replicas: 1 } },
        ],
      },
      'Ready',
      'OperatorReady',
      'True OperatorReady',
      ['hubble-not-ready'],
    ],
  ];

  it.each(SCENARIOS)('%s', (_, changes, phase, type, expected, problems) => {
    const readiness = judge(changes);
    expect({
      phase: readiness.phase,
      condition: condition(readiness, type),
      problems: codes(readiness),
    }).toEqual({ phase, condition: expected, problems });
    for (const { message, remedy } of readiness.problems) {
      expect(message).toMatch(/^[A-Z0-9].*\.$/s);
      expect(message).not.toMatch(/undefined|\[object/);
      expect(remedy).toMatch(/\.$/);
    }
    expect(readiness.summary).toMatch(/^[A-Z0-9].*\.$/s);
    expect(readiness.summary).not.toMatch(/undefined|\[object/);
  });

  it('counts the nodes that share a problem, and names the first', () => {
    const names = ['a', 'b', 'c', 'd'];
    const objects = healthyObjects(names);
    const [problem] = evaluateReadiness(
      snapshotOf({
        ...objects,
        pods: (objects.pods as JsonObject[]).map((pod, index) =>
          index % 2 === 0
            ? { ...pod, status: waiting('ErrImagePull', 'not found') }
            : pod,
        ),
      }),
      { now: NOW },
    ).problems;
    expect(problem.message).toBe(
      'The Cilium agent on 4 nodes (a, b, c, …) cannot pull the image quay.tencentcloudcr.com/cilium/cilium:v1.18.12 (ErrImagePull): not found.',
    );
    expect(problem.parameters).toMatchObject({ count: 4, nodes: 'a, b, c, …' });
  });

  it('does not count pods on super nodes', () => {
    const objects = healthyObjects();
    const readiness = judge({
      nodes: [...(objects.nodes as JsonObject[]), EKLET],
      pods: [
        ...(objects.pods as JsonObject[]),
        {
          ...podObject('cilium-s', 'eklet-1', { 'k8s-app': 'cilium' }),
          status: { phase: 'Pending' },
        },
      ],
      'daemon-sets': daemonSets(
        daemonSetObject('cilium', {
          copies: 3,
          image: 'quay.io/cilium/cilium:v1.18.12',
          release: 'cilium',
          env: [
            { name: 'KUBERNETES_SERVICE_HOST', value: '169.254.128.7' },
            { name: 'KUBERNETES_SERVICE_PORT', value: '60002' },
          ],
        }),
      ),
    });
    expect(readiness.phase).toBe('Ready');
    expect(readiness.workloads.agent.desired).toBe(2);
    expect(readiness.nodes.map(({ cilium }) => cilium)).toEqual([
      'ready',
      'ready',
      'not-applicable',
    ]);
  });

  it.each([
    ['v1.33.4-tke.1', '1.18.12', 'True KubernetesTested', []],
    [
      'v1.34.4-tke.1',
      '1.18.12',
      'True KubernetesUntested',
      ['kubernetes-version-untested'],
    ],
    [
      'v1.28.3',
      '1.18.12',
      'False KubernetesTooOld',
      ['kubernetes-version-too-old'],
    ],
    ['v1.34.4-tke.1', '1.19.2', 'Unknown CompatibilityUnknown', []],
    [undefined, '1.18.12', 'Unknown VersionsUnknown', []],
    ['v1.33.4', 'latest', 'Unknown VersionsUnknown', []],
  ])(
    'judges Kubernetes %s with Cilium %s: %s',
    (kubernetesVersion, cilium, verdict, problems) => {
      const snapshot = {
        ...snapshotOf({
          'daemon-sets': daemonSets(
            daemonSetObject('cilium', {
              copies: 2,
              image: `quay.io/cilium/cilium:${
                cilium === 'latest' ? cilium : `v${cilium}`
              }`,
              release: 'cilium',
            }),
          ),
        }),
        kubernetesVersion,
      };
      const readiness = evaluateReadiness(snapshot, { now: NOW });
      expect(condition(readiness, 'KubernetesSupported')).toBe(verdict);
      expect(codes(readiness).filter(code => /kubernetes/.test(code))).toEqual(
        problems,
      );
      // A cluster that serves its Pods is not called broken for a version.
      expect(readiness.phase).toBe('Ready');
    },
  );

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

  it.each([
    ['guide-2026-08', 'Ready', []],
    ['guide-2025-11', 'Degraded', ['profile-different']],
  ])('expecting the profile %s it is %s', (profile, phase, problems) => {
    const readiness = evaluateReadiness(snapshotOf(), { now: NOW, profile });
    expect(readiness.phase).toBe(phase);
    expect(codes(readiness)).toEqual(problems);
  });

  it('is unreachable when the API server does not answer, whatever is remembered', () => {
    const snapshot = {
      ...snapshotOf(),
      connection: {
        state: 'unreachable' as const,
        message: 'connect ECONNREFUSED',
        since: LONG_AGO,
      },
    };
    const readiness = evaluateReadiness(snapshot, { now: NOW });
    expect(readiness.phase).toBe('Unreachable');
    expect(readiness.summary).toBe(
      'The API server does not answer: connect ECONNREFUSED.',
    );
    expect(codes(readiness)).toEqual(['cluster-unreachable']);
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

describe('the configuration', () => {
  it.each<[string, ClusterObjects, object | undefined]>([
    [
      'as the profile makes it',
      {},
      { profile: 'guide-2026-08', total: 0, differences: [] },
    ],
    [
      'with an override',
      { 'cilium-config': ciliumConfig({ data: { debug: 'true' } }) },
      {
        profile: 'guide-2026-08',
        total: 1,
        differences: [{ key: 'debug', expected: 'false', actual: 'true' }],
      },
    ],
    ['that is gone', { 'cilium-config': [] }, undefined],
    [
      'of a chart whose defaults are not known',
      {
        'helm-releases': [
          withLabels(helmReleaseObject(1, 'deployed'), {
            [RELEASE_LABELS.chartVersion]: '1.99.0',
          }),
        ],
      },
      undefined,
    ],
  ])('%s', (_, changes, expected) => {
    expect(judge(changes).configuration).toEqual(expected);
  });

  it.each(['pending', 'forbidden', 'failed'] as const)(
    'is not compared when ConfigMaps are %s',
    state => {
      const snapshot = snapshotOf();
      snapshot.collections.configMaps = { state };
      expect(
        evaluateReadiness(snapshot, { now: NOW }).configuration,
      ).toBeUndefined();
    },
  );
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
