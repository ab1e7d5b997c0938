/**
 * What the rules can say about a cluster as a whole.
 *
 * @public
 */
export const READINESS_PHASES = [
  'Unreachable',
  'Unsupported',
  'NotInstalled',
  'Installing',
  'WaitingForNodes',
  'Progressing',
  'Ready',
  'Degraded',
  'Failed',
] as const;

/** One of {@link READINESS_PHASES}. @public */
export type ReadinessPhase = (typeof READINESS_PHASES)[number];

/** One thing that readiness is made of. @public */
export type ConditionType =
  | 'Connected'
  | 'Supported'
  | 'KubernetesSupported'
  | 'EniAgentReady'
  | 'CniConfigured'
  | 'CiliumConfigured'
  | 'ReleaseDeployed'
  | 'CrdsRegistered'
  | 'AgentsReady'
  | 'EnvoyReady'
  | 'OperatorReady'
  | 'TkeComponentsDisabled'
  | 'NodesReady'
  | 'EndpointsManaged'
  | 'ApiServerAddressCurrent'
  | 'NodePoolsReady';

/** A Kubernetes-style condition. `Unknown` is never fine. @public */
export type Condition = {
  type: ConditionType;
  status: 'True' | 'False' | 'Unknown';
  /** CamelCase, stable. */
  reason: string;
  /** One sentence that names the object. */
  message: string;
  /** When `status` last changed, ISO 8601. */
  lastTransitionTime: string;
};

/** Something that needs attention, with what to do about it. @public */
export type Problem = {
  /** Stable, kebab-case, for example `agent-image-pull-failed`. */
  code: string;
  severity: 'error' | 'warning' | 'info';
  /** One sentence that names the object. */
  message: string;
  remedy: string;
  docsUrl?: string;
  /** Values that the message was made from, for translations. */
  parameters?: Record<string, string | number>;
};

/** Desired and ready copies of one workload. @public */
export type WorkloadReadiness = {
  desired: number;
  ready: number;
  /** `undefined`: the workload does not exist. */
  image?: string;
};

/** What a person needs to know about one node. @public */
export type NodeReadiness = {
  name: string;
  kind: 'super' | 'native' | 'regular' | 'karpenter' | 'unknown';
  ready: boolean;
  /** Whether Cilium serves this node. `not-applicable` on super nodes. */
  cilium: 'ready' | 'not-ready' | 'missing' | 'unknown' | 'not-applicable';
  /** Why it is not ready, in words. */
  message?: string;
  nodePool?: string;
  instanceType?: string;
  zone?: string;
  kernelVersion?: string;
  osImage?: string;
  /** As `kubectl describe node` writes them, for example `node.cilium.io/agent-not-ready:NoSchedule`. */
  taints?: string[];
  createdAt?: string;
};

/** What a person needs to know about one pool. @public */
export type NodePoolReadiness = {
  name: string;
  kind: 'karpenter' | 'native' | 'regular';
  desired?: number;
  ready: number;
  minimum?: number;
  maximum?: number;
  instanceTypes: string[];
  zones: string[];
  phase: 'Ready' | 'Scaling' | 'Failed' | 'Empty' | 'Unknown';
  message?: string;
  createdAt?: string;
};

/** State of one TKE component that Cilium replaces. @public */
export type TkeComponentReadiness = {
  name: string;
  state: 'disabled' | 'enabled' | 'stopping' | 'absent' | 'unknown';
  pods: number;
};

/** One key of `cilium-config` that is not as the profile makes it. @public */
export type ConfigurationDifference = {
  key: string;
  /** What the profile makes it. `undefined`: the profile does not set it. */
  expected?: string;
  /** What it is in the cluster, cut off when it is long. `undefined`: it is not set. */
  actual?: string;
};

/** How the configuration of Cilium differs from an install profile. @public */
export type ConfigurationReadiness = {
  /** The profile that it was compared with: that of the install, or the nearest. */
  profile: string;
  /** How many keys differ. */
  total: number;
  /** The first of them, by key. */
  differences: ConfigurationDifference[];
};

/**
 * The verdict on one snapshot.
 *
 * @public
 */
export type Readiness = {
  phase: ReadinessPhase;
  /** One sentence: why this phase. */
  summary: string;
  conditions: Condition[];
  problems: Problem[];
  cilium: {
    version?: string;
    chartVersion?: string;
    profile?: string;
    release?: { revision: number; status: string };
  };
  /** `undefined`: not compared, because something could not be read or the chart's defaults are not known. */
  configuration?: ConfigurationReadiness;
  kubernetesVersion?: string;
  workloads: {
    agent: WorkloadReadiness;
    envoy: WorkloadReadiness;
    operator: WorkloadReadiness;
  };
  nodes: NodeReadiness[];
  nodePools: NodePoolReadiness[];
  tkeComponents: TkeComponentReadiness[];
};

/**
 * What the caller expects of the cluster. Everything is optional: what is not given is not judged.
 *
 * @public
 */
export type ReadinessExpectation = {
  /** Name of the install profile that the cluster should follow. */
  profile?: string;
  /** At least this many nodes with a ready agent; with fewer the phase is `WaitingForNodes`. */
  minimumReadyNodes?: number;
  /** Time of the judgement, ISO 8601. Rules never read the clock. */
  now: string;
};
