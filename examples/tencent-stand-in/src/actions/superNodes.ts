import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudSuperNode } from '../state/CloudCluster';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { findCluster, findRunningCluster } from './clusters';

type Request = {
  Name: string;
  SubnetIds?: string[];
  VirtualNodes?: { DisplayName: string; SubnetId: string }[];
};

/** CreateClusterVirtualNodePool: a pool of one super node. */
export function createClusterVirtualNodePool(context: ActionContext): object {
  const { cloud } = context;
  const cluster = findRunningCluster(context);
  const request = context.request as Request;
  const subnetId = request.VirtualNodes?.[0].SubnetId ?? request.SubnetIds?.[0];
  if (!cloud.network.subnets.some(each => each.subnetId === subnetId)) {
    throw new ApiError(
      'InvalidParameter.SubnetNotExist',
      `subnet ${subnetId} does not exist`,
    );
  }
  const node: CloudSuperNode = {
    poolId: newId('np'),
    name: request.Name,
    subnetId: subnetId ?? '',
    running: false,
    visibleAt: cloud.visibleAt(),
  };
  cluster.superNodes = [...(cluster.superNodes ?? []), node];
  let added = cluster.controlPlane === undefined;
  cluster.controlPlane?.addSuperNode().then(
    name => {
      node.nodeName = name;
      added = true;
    },
    () => {},
  );
  cloud.schedule.after(
    DELAYS.superNode,
    () => {
      node.running = true;
    },
    () => added,
  );
  return { NodePoolId: node.poolId };
}

/** DescribeClusterVirtualNodePools */
export function describeClusterVirtualNodePools(
  context: ActionContext,
): object {
  const pools = visible(context);
  return {
    TotalCount: pools.length,
    NodePoolSet: pools.map(({ poolId, name, running, subnetId }) => ({
      NodePoolId: poolId,
      Name: name,
      SubnetIds: [subnetId],
      LifeState: running ? 'normal' : 'creating',
    })),
  };
}

/** DescribeClusterVirtualNode */
export function describeClusterVirtualNode(context: ActionContext): object {
  const { NodePoolId: pool } = context.request;
  const nodes = visible(context).filter(
    ({ poolId }) => pool === undefined || pool === poolId,
  );
  return {
    TotalCount: nodes.length,
    Nodes: nodes.map(({ nodeName, running, subnetId }) => ({
      Name: nodeName ?? `eklet-${subnetId}-0`,
      SubnetId: subnetId,
      Phase: running ? 'Running' : 'Pending',
    })),
  };
}

/** DrainClusterVirtualNode */
export function drainClusterVirtualNode(context: ActionContext): object {
  findCluster(context);
  return {};
}

/** DeleteClusterVirtualNodePool */
export function deleteClusterVirtualNodePool(context: ActionContext): object {
  const cluster = findCluster(context);
  const { NodePoolIds: ids } = context.request as { NodePoolIds: string[] };
  for (const { poolId, nodeName } of cluster.superNodes ?? []) {
    if (ids.includes(poolId) && nodeName) {
      cluster.controlPlane?.removeNode(nodeName).catch(() => {});
    }
  }
  cluster.superNodes = cluster.superNodes?.filter(
    ({ poolId }) => !ids.includes(poolId),
  );
  return {};
}

function visible(context: ActionContext): CloudSuperNode[] {
  return (findCluster(context).superNodes ?? []).filter(
    ({ visibleAt }) => visibleAt <= context.cloud.now(),
  );
}
