import { callCloud, CloudPhase } from './CloudPhase';
import { isBeingDeleted } from './isBeingDeleted';

/** A pool of super nodes, as the cloud lists it. */
export type SuperNodePool = {
  id: string;
  isReady: boolean;
  /** It is being deleted. */
  isLeaving: boolean;
};

/** The pools of super nodes of a cluster. */
export async function listSuperNodePools(
  phase: CloudPhase,
  clusterId: string,
): Promise<(SuperNodePool & { name: string })[]> {
  const { NodePoolSet: pools = [] } = await callCloud(
    phase,
    'DescribeClusterVirtualNodePools',
    { ClusterId: clusterId },
    `cluster ${clusterId}`,
  );
  return pools.map(pool => ({
    id: pool.NodePoolId ?? '',
    name: pool.Name ?? '',
    isReady: pool.LifeState === 'normal',
    isLeaving: isBeingDeleted(pool.LifeState),
  }));
}

/** Those of this name. */
export async function findSuperNodePools(
  phase: CloudPhase,
  clusterId: string,
  name: string,
): Promise<SuperNodePool[]> {
  const pools = await listSuperNodePools(phase, clusterId);
  return pools.filter(pool => pool.name === name);
}

/** The nodes of a pool of super nodes, with what they are doing. */
export async function readSuperNodes(
  phase: CloudPhase,
  clusterId: string,
  poolId: string,
): Promise<{ name: string; state: string }[]> {
  const { Nodes: nodes = [] } = await callCloud(
    phase,
    'DescribeClusterVirtualNode',
    { ClusterId: clusterId, NodePoolId: poolId },
    `node pool ${poolId} of cluster ${clusterId}`,
  );
  return nodes.map(node => ({
    name: node.Name ?? '',
    state: node.Phase ?? 'unknown',
  }));
}

/** Name of the pool of the super node that carries public access to an empty cluster. */
export const BOOTSTRAP_POOL = 'tke-cilium-bootstrap';
