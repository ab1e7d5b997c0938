/**
 * The kinds of object that a snapshot is reduced from.
 *
 * @public
 */
export type CollectionName =
  | 'nodes'
  | 'pods'
  | 'daemonSets'
  | 'deployments'
  | 'configMaps'
  | 'endpointSlices'
  | 'helmReleases'
  | 'customResourceDefinitions'
  | 'ciliumNodes'
  | 'ciliumEndpoints'
  | 'eligiblePods'
  | 'unmanagedPods'
  | 'karpenterNodePools'
  | 'karpenterNodeClaims'
  | 'machineSets'
  | 'machines';

/**
 * How well one kind of object is known.
 *
 * @remarks
 * - `pending`: not read yet
 * - `synced`: read, and kept up to date
 * - `absent`: the API server does not serve this kind (its CRD is not registered)
 * - `forbidden`: the connection may not read it; `message` names the missing permission
 * - `failed`: reading it failed; `message` says why; what was known before may be out of date
 *
 * Only facts from a `synced` or `absent` collection may be called true.
 *
 * @public
 */
export type CollectionState = {
  state: 'pending' | 'synced' | 'absent' | 'forbidden' | 'failed';
  message?: string;
};

/** Facts of a DaemonSet or Deployment. @public */
export type WorkloadFacts = {
  name: string;
  /** Generation of the spec, and the one its controller has seen. */
  generation: number;
  observedGeneration: number;
  desired: number;
  ready: number;
  available: number;
  unavailable: number;
  updated: number;
  /** Nodes that run a pod of it, wanted there or not. Always 0 for a Deployment. */
  occupiedNodes: number;
  /** Full node selector of the pod template. */
  nodeSelector: Record<string, string>;
  containers: ContainerFacts[];
  initContainerNames: string[];
  /** Annotation `meta.helm.sh/release-name`, if there is one. */
  helmRelease?: string;
};

/** A container of a workload's pod template. @public */
export type ContainerFacts = {
  name: string;
  image: string;
  /** Only `KUBERNETES_SERVICE_HOST` and `KUBERNETES_SERVICE_PORT`; everything else is dropped on arrival. */
  apiServer?: { host?: string; port?: string };
};

/** Facts of a pod of Cilium or of a TKE component. @public */
export type PodFacts = {
  name: string;
  /** Which workload it belongs to, found by its labels. */
  component: string;
  nodeName?: string;
  phase: string;
  ready: boolean;
  deleting: boolean;
  restarts: number;
  /** Reason and message of the container that holds it up, for example `ImagePullBackOff`. */
  waiting?: { container: string; reason: string; message?: string };
  /** Reason and message of the pod itself when its phase is `Failed`. */
  failure?: { reason?: string; message?: string };
  lastTermination?: { container: string; exitCode: number; message?: string };
  /** Why the scheduler cannot place it. */
  unschedulable?: string;
  startedAt?: string;
  /** Since when it is ready. */
  readySince?: string;
  image?: string;
};

/** Which of TKE's kinds of node this is. @public */
export type NodeKind = 'super' | 'native' | 'regular' | 'karpenter' | 'unknown';

/** Facts of a node. @public */
export type NodeFacts = {
  name: string;
  kind: NodeKind;
  ready: boolean;
  /** Reason and message of the Ready condition while it is not True. */
  notReady?: { reason: string; message?: string; since?: string };
  /** Condition NetworkUnavailable: `undefined` when the node does not report it. */
  networkUnavailable?: { status: string; reason?: string };
  unschedulable: boolean;
  taints: { key: string; effect: string; value?: string }[];
  kernelVersion?: string;
  osImage?: string;
  instanceType?: string;
  zone?: string;
  /** Name of the pool that made it, when its labels say so. */
  nodePool?: string;
  createdAt?: string;
};

/** Facts of a Helm release, from the labels of its storage objects. @public */
export type HelmReleaseFacts = {
  revision: number;
  /** `deployed`, `failed`, `pending-install`, `pending-upgrade`, `pending-rollback`, `superseded`, `uninstalling`, … */
  status: string;
  profile?: string;
  chartVersion?: string;
  /** The newest revision that the install made. */
  installedRevision?: number;
  modifiedAt?: string;
};

/** A pool of nodes of any of the three kinds. @public */
export type NodePoolFacts = {
  name: string;
  kind: 'karpenter' | 'native' | 'regular';
  desired?: number;
  ready: number;
  minimum?: number;
  maximum?: number;
  instanceTypes: string[];
  zones: string[];
  /** Whether the pool's nodes start with the agent-not-ready taint. `undefined`: the kind of pool does not say. */
  startupTaint?: boolean;
  /** The annotation that selects the operating system image. */
  imageLabel?: string;
  accepted: boolean;
  /** Why the pool is not accepted, or why its newest machine failed. */
  failure?: { reason: string; message: string };
  createdAt?: string;
};

/** A machine or node claim that has not become a node. @public */
export type PendingMachineFacts = {
  name: string;
  pool?: string;
  kind: 'karpenter' | 'native' | 'regular';
  phase: string;
  failure?: { reason: string; message: string };
  createdAt?: string;
};

/**
 * The small set of facts reduced from the objects of one cluster. Plain data.
 *
 * @public
 */
export type ClusterSnapshot = {
  clusterId: string;
  /** When the newest fact in it was observed, ISO 8601. */
  observedAt: string;
  connection: ConnectionFacts;
  /** Version that the API server reports, for example `v1.34.4-tke.1`. */
  kubernetesVersion?: string;
  /** First ready IPv4 address and the `https` port of the EndpointSlice of `default/kubernetes`. */
  apiServer?: { host: string; port: number };
  collections: Record<CollectionName, CollectionState>;
  daemonSets: Record<string, WorkloadFacts>;
  deployments: Record<string, WorkloadFacts>;
  /** Data of the ConfigMaps `cni-config` and `cilium-config`, when they exist. */
  configMaps: Record<
    string,
    {
      data: Record<string, string>;
      helmRelease?: string;
      /** What Cilium notes in annotations of the group `config.cilium.io`. `undefined`: nothing. */
      errors?: Record<string, string>;
    }
  >;
  /** Newest revision of the release `cilium`. */
  helmRelease?: HelmReleaseFacts;
  /** Names of the registered CRDs of the groups `cilium.io`, `karpenter.sh`, `karpenter.k8s.tke`, `node.tke.cloud.tencent.com`. */
  customResourceDefinitions: string[];
  nodes: NodeFacts[];
  /** Pods of Cilium and of the TKE components only. */
  pods: PodFacts[];
  /** Names of the CiliumNode objects. */
  ciliumNodes: string[];
  /** Number of Pods that should have a CiliumEndpoint, and of CiliumEndpoints. `undefined`: not counted. */
  endpoints?: { eligiblePods: number; ciliumEndpoints: number };
  /** The Pods that should have a CiliumEndpoint and have none. `undefined`: not looked for. */
  unmanagedPods?: UnmanagedPodFacts;
  nodePools: NodePoolFacts[];
  pendingMachines: PendingMachineFacts[];
};

/** Pods without a CiliumEndpoint: how many, and the first of them as `namespace/name`. @public */
export type UnmanagedPodFacts = { total: number; names: string[] };

/** Whether the API server answers. @public */
export type ConnectionFacts = {
  state: 'connecting' | 'connected' | 'unreachable';
  /** Why it does not answer, without any secret. */
  message?: string;
  /** Since when it is in this state, ISO 8601. */
  since: string;
};
