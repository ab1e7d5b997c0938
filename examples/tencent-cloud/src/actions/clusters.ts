import { ApiError } from '../server/ApiError';
import { CloudCluster } from '../state/CloudCluster';
import { ActionContext } from './actions';

/** DescribeClusters: those of the region, in pages of 20 unless told otherwise. */
export function describeClusters({
  region,
  clusters,
  request,
}: ActionContext): object {
  const {
    ClusterIds: ids,
    Offset: offset = 0,
    Limit: limit = 20,
  } = request as {
    ClusterIds?: string[];
    Offset?: number;
    Limit?: number;
  };
  if (limit > 100) {
    throw new ApiError('InvalidParameter', 'Limit must not exceed 100.');
  }
  const found = [...clusters.values()].filter(
    cluster =>
      cluster.region === region && (!ids || ids.includes(cluster.clusterId)),
  );
  return {
    TotalCount: found.length,
    Clusters: found.slice(offset, offset + limit).map(describe),
  };
}

/**
 * The cluster that a request names.
 *
 * @throws {@link ApiError} `InternalError.ClusterNotFound`
 */
export function findCluster({
  region,
  clusters,
  request,
}: ActionContext): CloudCluster {
  const id = request.ClusterId as string;
  const cluster = clusters.get(id);
  if (!cluster || cluster.region !== region) {
    throw new ApiError(
      'InternalError.ClusterNotFound',
      `Cluster ${id} is not found.`,
    );
  }
  return cluster;
}

function describe(cluster: CloudCluster): object {
  const { clusterId, name, status, version } = cluster;
  return {
    ClusterId: clusterId,
    ClusterName: name ?? clusterId,
    ClusterVersion: version ?? '1.34.1',
    ClusterType: 'MANAGED_CLUSTER',
    ClusterStatus: status ?? 'Running',
    Property: JSON.stringify({
      NetworkType: 'VPC-CNI',
      VpcCniType: 'tke-route-eni',
    }),
  };
}
