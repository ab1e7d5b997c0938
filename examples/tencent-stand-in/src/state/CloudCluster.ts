import type { ControlPlane } from '../controlPlanes/ControlPlane';

/** One of the two API server addresses of a cluster. */
export type CloudEndpoint = {
  status: 'NotFound' | 'Creating' | 'Created' | 'CreateFailed';
  /** Host and, unlike in the real API, perhaps a port: local clusters listen on any. */
  address?: string;
  /** Why it could not be created. */
  errorMessage?: string;
  /** Of the load balancer: public access. */
  securityGroupId?: string;
  /** Of the load balancer: access from the VPC. */
  subnetId?: string;
};

/** An addon of a cluster. */
export type CloudAddon = {
  version: string;
  /** `UpgradFailed` is what the API writes. */
  phase:
    | 'Installing'
    | 'Upgrading'
    | 'Succeeded'
    | 'InstallFailed'
    | 'UpgradFailed';
  reason?: string;
};

/** A super node, with its pool. */
export type CloudSuperNode = {
  poolId: string;
  name: string;
  subnetId: string;
  state: 'creating' | 'normal' | 'deleting';
  /** Name of its node in the cluster. */
  nodeName: string;
  /** Whether Pods run on it, as they do until it is drained. */
  hasPods: boolean;
};

/** A native or regular node pool. */
export type CloudNodePool = {
  poolId: string;
  kind: 'native' | 'regular';
  name: string;
  instanceTypes: string[];
  replicas: number;
  running: boolean;
  /** Nodes that are ready, where no control plane tells it. */
  readyNodes: number;
  /** As it was asked for. */
  request: Record<string, unknown>;
};

/** A cluster as the cloud knows it. */
export type CloudCluster = {
  clusterId: string;
  region: string;
  name?: string;
  status?: string;
  version?: string;
  vpcId?: string;
  serviceCidr?: string;
  podSubnetIds?: string[];
  level?: string;
  /** Whether Pods keep their addresses. */
  fixedAddresses?: boolean;
  createdAt?: number;
  tags?: { Key: string; Value: string }[];
  deletionProtection?: boolean;
  intranet?: CloudEndpoint;
  public?: CloudEndpoint;
  addons?: Map<string, CloudAddon>;
  superNodes?: CloudSuperNode[];
  nodePools?: CloudNodePool[];
  /** What DescribeClusterKubeconfig gives, whatever server it names. */
  kubeconfig: string;
  controlPlane?: ControlPlane;
};

/** Whether something runs that could carry Pods. */
export function hasWorkers(cluster: CloudCluster): boolean {
  return (
    (cluster.superNodes ?? []).some(({ state }) => state === 'normal') ||
    (cluster.nodePools ?? []).some(({ running }) => running)
  );
}
