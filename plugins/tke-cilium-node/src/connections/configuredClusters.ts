import { NotFoundError } from '@backstage/errors';
import { ClusterConnection, ClusterReference } from './ClusterConnections';
import { ConnectionSettings } from './ConnectionSettings';

/** The clusters in `tkeCilium.clusters`. */
export function listConfigured(
  settings: ConnectionSettings,
): ClusterReference[] {
  return Array.from(
    settings.clusters.values(),
    ({ connection: { clusterId, title } }) => ({ clusterId, title }),
  );
}

/** @throws `NotFoundError` when the cluster is not in `tkeCilium.clusters` */
export function connectConfigured(
  settings: ConnectionSettings,
  clusterId: string,
): ClusterConnection {
  const known = settings.clusters.get(clusterId);
  if (!known) {
    throw new NotFoundError(
      `Cluster "${clusterId}" is not configured. Add it to tkeCilium.clusters in the backend's configuration; configured: ${
        [...settings.clusters.keys()].join(', ') || 'none'
      }.`,
    );
  }
  return known.connection;
}
