import { NotFoundError } from '@backstage/errors';

/**
 * The answer about a cluster that is not there, and about one that the caller may not see. The same
 * words whatever is missing, so that nobody can find out which clusters there are.
 */
export function noSuchCluster(clusterId: string): NotFoundError {
  return new NotFoundError(
    `There is no cluster ${clusterId} that you may see. A cluster is seen when the backend has a connection to it, a catalog entity carries its id, you may read that entity, and you have the permission to read the cluster.`,
  );
}
