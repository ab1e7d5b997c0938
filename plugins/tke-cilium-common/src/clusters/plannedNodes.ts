/**
 * Nodes that later steps are going to add to a cluster that is not there yet, as far as it can be
 * told beforehand whether they can be had.
 *
 * @public
 */
export type PlannedNodes = {
  /** Subnets of the VPC of the cluster. The load balancer of its API server is in one, too. */
  subnetIds: readonly string[];
  securityGroupIds: readonly string[];
  sshKeyIds?: readonly string[];
  /** Of native and regular nodes; the first that can be had is taken. */
  instanceTypes?: readonly string[];
  /** Of nodes that Karpenter makes; any that can be had is taken. */
  instanceFamilies?: readonly string[];
  /** Number of nodes to begin with. Default 0. */
  replicas?: number;
};

/** What an account has for nodes in a region. @public */
export type NodeSurroundings = {
  securityGroupIds: readonly string[];
  sshKeyIds: readonly string[];
  /** Machine types, paid by the hour, with the zones that have some left. */
  machines: readonly {
    instanceType: string;
    family: string;
    zones: readonly string[];
  }[];
};
