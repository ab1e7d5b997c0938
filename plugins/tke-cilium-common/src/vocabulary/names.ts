/** Namespace of Cilium, of TKE's network components and of the Helm release. @public */
export const CILIUM_NAMESPACE = 'kube-system';

/** Name of the Helm release. @public */
export const CILIUM_RELEASE = 'cilium';

/**
 * Name of the CNI ConfigMap, of its one key, and the value of the chart's `cni.configMap`.
 *
 * @remarks
 * The guide's `values.yaml` says `cni-configuration` while its commands say `cni-config`. The chart
 * mounts the ConfigMap as a volume that is not optional, so the wrong name leaves every agent in
 * `FailedMount`. One constant serves all three places.
 *
 * @public
 */
export const CNI_CONFIG = 'cni-config';

/** The ConfigMap that the chart writes and the agents read. @public */
export const CILIUM_CONFIG = 'cilium-config';

/** DaemonSets that TKE brings and that matter to Cilium. @public */
export const TKE_DAEMON_SETS = {
  eniAgent: 'tke-eni-agent',
  cniAgent: 'tke-cni-agent',
  kubeProxy: 'kube-proxy',
  ipMasqAgent: 'ip-masq-agent',
  bridgeAgent: 'tke-bridge-agent',
} as const;

/** Workloads of the Cilium chart. @public */
export const CILIUM_WORKLOADS = {
  agent: 'cilium',
  envoy: 'cilium-envoy',
  operator: 'cilium-operator',
} as const;

/**
 * The nodeSelector that switches a TKE DaemonSet off without deleting it.
 *
 * @remarks
 * Source: the guide, "卸载 TKE 组件". Deleting kube-proxy blocks later cluster upgrades, so the
 * DaemonSet stays and matches no node. Undone by removing exactly this key.
 *
 * @public
 */
export const DISABLED_NODE_SELECTOR = {
  key: 'label-not-exist',
  value: 'node-not-exist',
} as const;

/** Taint that keeps Pods off a node until its Cilium agent is ready. @public */
export const AGENT_NOT_READY_TAINT = 'node.cilium.io/agent-not-ready';

/** Value of `node.kubernetes.io/instance-type` on super nodes. @public */
export const SUPER_NODE_INSTANCE_TYPE = 'eklet';

/** Field manager of everything this product applies. @public */
export const FIELD_MANAGER = 'tke-cilium';

/** Labels on the Helm release's storage object that say how it was installed. @public */
export const RELEASE_LABELS = {
  profile: 'tke-cilium.io-profile',
  chartVersion: 'tke-cilium.io-chart-version',
  /**
   * The revision that the install made. Helm hands the labels on to the next revision, whoever makes
   * it: where the two differ somebody else did.
   */
  revision: 'tke-cilium.io-revision',
} as const;

/** The addon of TKE that tke-eni-agent belongs to. @public */
export const ENI_AGENT_ADDON = 'eniipamd';

/** Oldest version of tke-eni-agent whose route tables do not collide with Cilium's 2004 and 2005. @public */
export const MINIMUM_ENI_AGENT_VERSION = '3.8.0';

/** Oldest Linux kernel that the supported Cilium versions run on. @public */
export const MINIMUM_KERNEL_VERSION = '5.10.0';
