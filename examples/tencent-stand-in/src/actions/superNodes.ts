import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudCluster, CloudSuperNode } from '../state/CloudCluster';
import { hasFreeAddress } from '../state/CloudNetwork';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { findCluster, findRunningCluster } from './findCluster';
import {
  requireOneOf,
  requireSecurityGroups,
  requireSubnets,
  TAINT_EFFECTS,
} from './requireKnown';

type Request = {
  Name: string;
  SecurityGroupIds: string[];
  SubnetIds?: string[];
  Taints?: { Effect?: string }[];
  OS?: string;
  VirtualNodes?: { DisplayName: string; SubnetId: string }[];
};

/** CreateClusterVirtualNodePool: a pool of one super node. */
export function createClusterVirtualNodePool(context: ActionContext): object {
  const { cloud } = context;
  const cluster = findRunningCluster(context);
  const request = context.request as Request;
  const subnetId = request.VirtualNodes?.[0].SubnetId ?? request.SubnetIds?.[0];
  checkPool(context, cluster.vpcId, request, subnetId);
  if (!hasFreeAddress(cloud.network, subnetId)) {
    throw new ApiError(
      'InvalidParameter.SubnetInvalidError',
      `subnet ${subnetId} has no available IP`,
    );
  }
  const node: CloudSuperNode = {
    poolId: newId('np'),
    name: request.Name,
    subnetId: subnetId ?? '',
    nodeName: `eklet-${subnetId}-${cluster.superNodes?.length ?? 0}`,
    state: 'creating',
    hasPods: false,
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
      node.state = 'normal';
      node.hasPods = true;
    },
    () => added && node.state === 'creating',
  );
  return { NodePoolId: node.poolId };
}

function checkPool(
  { cloud }: ActionContext,
  vpcId: string | undefined,
  request: Request,
  subnetId: string | undefined,
): void {
  requireSecurityGroups(cloud, request.SecurityGroupIds, 'InvalidParameter');
  requireSubnets(cloud, subnetId ? [subnetId] : [], {
    vpcId,
    code: 'InvalidParameter.SubnetNotExist',
  });
  requireOneOf('OS', request.OS, ['linux', 'windows'], 'InvalidParameter');
  for (const { Effect: effect = '' } of request.Taints ?? []) {
    requireOneOf('Effect', effect, TAINT_EFFECTS, 'InvalidParameter');
  }
}

/** DescribeClusterVirtualNodePools */
export function describeClusterVirtualNodePools(
  context: ActionContext,
): object {
  const { superNodes: pools = [] } = findCluster(context);
  return {
    TotalCount: pools.length,
    NodePoolSet: pools.map(({ poolId, name, state, subnetId }) => ({
      NodePoolId: poolId,
      Name: name,
      SubnetIds: [subnetId],
      LifeState: state,
    })),
  };
}

/** DescribeClusterVirtualNode */
export function describeClusterVirtualNode(context: ActionContext): object {
  const { NodePoolId: pool } = context.request;
  const nodes = (findCluster(context).superNodes ?? []).filter(
    ({ poolId }) => pool === undefined || pool === poolId,
  );
  return {
    TotalCount: nodes.length,
    Nodes: nodes.map(({ nodeName, state, subnetId }) => ({
      Name: nodeName,
      SubnetId: subnetId,
      Phase: state === 'creating' ? 'Pending' : 'Running',
    })),
  };
}

/** DrainClusterVirtualNode: its Pods go elsewhere, after a while. */
export function drainClusterVirtualNode(context: ActionContext): object {
  const { NodeName: name } = context.request;
  const node = findCluster(context).superNodes?.find(
    ({ nodeName }) => nodeName === name,
  );
  if (!node) {
    throw new ApiError('ResourceNotFound', `node ${name} is not found`);
  }
  context.cloud.schedule.after(DELAYS.drain, () => {
    node.hasPods = false;
  });
  return {};
}

/** DeleteClusterVirtualNodePool: by force also with Pods that run. */
export function deleteClusterVirtualNodePool(context: ActionContext): object {
  const { cloud } = context;
  const cluster = findCluster(context);
  const { NodePoolIds: ids, Force: force } = context.request as {
    NodePoolIds: string[];
    Force?: boolean;
  };
  const pools = ids.map(id => findPool(cluster, id));
  const inUse = force ? undefined : pools.find(({ hasPods }) => hasPods);
  if (inUse) {
    throw new ApiError(
      'ResourceInUse.ExistRunningPod',
      `node ${inUse.nodeName} has running pods`,
    );
  }
  for (const pool of pools) {
    pool.state = 'deleting';
    cloud.schedule.after(DELAYS.superNodeDeletion, () => {
      cluster.superNodes = cluster.superNodes?.filter(each => each !== pool);
      cluster.controlPlane?.removeNode(pool.nodeName).catch(() => {});
    });
  }
  return {};
}

function findPool(cluster: CloudCluster, id: string): CloudSuperNode {
  const pool = cluster.superNodes?.find(({ poolId }) => poolId === id);
  if (!pool) {
    throw new ApiError(
      'FailedOperation.RecordNotFound',
      `node pool ${id} is not found`,
    );
  }
  return pool;
}
