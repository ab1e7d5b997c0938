import type { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import { isClusterId } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { HttpsKubernetesClient } from '../kubernetes/HttpsKubernetesClient';
import { TencentCloudAccounts } from '../tencentCloud/TencentCloudAccounts';
import { ApiServerAccess } from './ApiServerAccess';
import { clusterAccess } from './clusterAccess';
import {
  ClusterConnection,
  ClusterConnections,
  ClusterReference,
} from './ClusterConnections';

/**
 * Connections to the clusters in `tkeCilium.clusters` of the configuration.
 *
 * @remarks
 * What they need is read when a connection is used, and again when it changed or aged: a cluster
 * may be created after the backend was started.
 *
 * @public
 */
export class ConfigClusterConnections implements ClusterConnections {
  readonly #connections: ReadonlyMap<string, ClusterConnection>;

  /**
   * @throws `InputError` when an id has the wrong shape or is there twice, or when it is not said how
   * to reach a cluster
   */
  static fromConfig(config: Config): ConfigClusterConnections {
    const connections = new Map<string, ClusterConnection>();
    const accounts = TencentCloudAccounts.fromConfig(config);
    const clusters = config.getOptionalConfigArray('tkeCilium.clusters') ?? [];
    for (const [index, cluster] of clusters.entries()) {
      const clusterId = cluster.getString('id');
      const where = `Configuration tkeCilium.clusters[${index}].id: "${clusterId}"`;
      if (!isClusterId(clusterId)) {
        throw new InputError(
          `${where} is not a TKE cluster id: "cls-" and eight lower-case letters or digits.`,
        );
      }
      if (connections.has(clusterId)) {
        throw new InputError(`${where} is there twice.`);
      }
      connections.set(
        clusterId,
        connectionTo(
          {
            clusterId,
            title: cluster.getOptionalString('title') ?? clusterId,
          },
          clusterAccess({
            clusterId,
            cluster,
            where: `Configuration tkeCilium.clusters[${index}] (${clusterId})`,
            accounts,
          }),
        ),
      );
    }
    return new ConfigClusterConnections(connections);
  }

  private constructor(connections: ReadonlyMap<string, ClusterConnection>) {
    this.#connections = connections;
  }

  list(): ClusterReference[] {
    return Array.from(this.#connections.values(), ({ clusterId, title }) => ({
      clusterId,
      title,
    }));
  }

  async connect(clusterId: string): Promise<ClusterConnection> {
    const connection = this.#connections.get(clusterId);
    if (!connection) {
      const known = [...this.#connections.keys()].join(', ') || 'none';
      throw new NotFoundError(
        `Cluster "${clusterId}" is not configured. Add it to tkeCilium.clusters in the backend's configuration; configured: ${known}.`,
      );
    }
    return connection;
  }
}

function connectionTo(
  cluster: ClusterReference,
  source: { access(): Promise<ApiServerAccess> },
): ClusterConnection {
  return {
    ...cluster,
    kubernetes: HttpsKubernetesClient.create({
      clusterId: cluster.clusterId,
      access: () => source.access(),
    }),
    kubeconfig: async () => (await source.access()).kubeconfig,
  };
}
