/**
 * A node that is in the cluster from the start, or is added to it.
 *
 * @public
 */
export type NodeSeed = {
  /** Default: the next free TKE-like name, for example `10.10.0.2`. */
  name?: string;
  /** Which of TKE's kinds of node it looks like. Default `native`. */
  kind?: 'native' | 'regular' | 'super';
  /** Default: TencentOS Server 4's. */
  kernelVersion?: string;
  /** Default: TencentOS Server 4's. */
  osImage?: string;
  /** Taints it has besides those of TKE. */
  taints?: { key: string; effect: string; value?: string }[];
  labels?: Record<string, string>;
};

/**
 * What a new cluster looks like. The default is an empty TKE cluster with VPC-CNI.
 *
 * @public
 */
export type SeedOptions = {
  /**
   * - `vpc-cni`: shared ENIs; what Cilium can be installed on. The default
   * - `global-router`: has `tke-bridge-agent`
   * - `dataplane-v2`: VPC-CNI with Tencent's own Cilium instead of kube-proxy
   */
  network?: 'vpc-cni' | 'global-router' | 'dataplane-v2';
  nodes?: NodeSeed[];
  /** Adds one super node, as somebody does to reach the public endpoint of an empty cluster. */
  superNode?: boolean;
  /** Default `v3.7.5`: below 3.8.0, so its route tables collide with Cilium's. */
  eniAgentVersion?: string;
  /** Whether the addon ip-masq-agent is there. Default `true`. */
  ipMasqAgent?: boolean;
  /** Whether the addon karpenter is there. Default `true`. */
  karpenter?: boolean;
  /** Adds a Cilium that this product did not install. */
  foreignCilium?: boolean;
};
