import { ApiError } from '../server/ApiError';
import { CloudCluster } from '../state/CloudCluster';
import { ActionContext } from './actions';

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

/**
 * The cluster that a request names, when something may be made in it.
 *
 * @throws {@link ApiError} `ResourceUnavailable.ClusterState` while it is not running
 */
export function findRunningCluster(context: ActionContext): CloudCluster {
  const cluster = findCluster(context);
  if ((cluster.status ?? 'Running') !== 'Running') {
    throw new ApiError(
      'ResourceUnavailable.ClusterState',
      `cluster state ${cluster.status} does not allow this`,
    );
  }
  return cluster;
}
