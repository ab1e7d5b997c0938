import { CatalogClusterConnections } from './CatalogClusterConnections';
import {
  ClusterConnection,
  ClusterConnections,
  ClusterReference,
} from './ClusterConnections';
import { connectConfigured, listConfigured } from './configuredClusters';
import { ConnectionSettings } from './ConnectionSettings';

/** Options of {@link DefaultClusterConnections}. */
export type DefaultClusterConnectionsOptions = {
  settings: { readonly current: ConnectionSettings };
  catalog: CatalogClusterConnections;
};

/**
 * The clusters of the configuration and, besides them, those of the catalog. Where both have one,
 * the configuration says how to reach it.
 */
export class DefaultClusterConnections implements ClusterConnections {
  readonly #options: DefaultClusterConnectionsOptions;

  static create(
    options: DefaultClusterConnectionsOptions,
  ): DefaultClusterConnections {
    return new DefaultClusterConnections(options);
  }

  private constructor(options: DefaultClusterConnectionsOptions) {
    this.#options = options;
  }

  list(): ClusterReference[] {
    const { settings, catalog } = this.#options;
    const { clusters } = settings.current;
    return [
      ...listConfigured(settings.current),
      ...catalog.list().filter(({ clusterId }) => !clusters.has(clusterId)),
    ];
  }

  async connect(clusterId: string): Promise<ClusterConnection> {
    const { settings, catalog } = this.#options;
    const { clusters, catalogRules } = settings.current;
    return clusters.has(clusterId) || catalogRules.size === 0
      ? connectConfigured(settings.current, clusterId)
      : catalog.connect(clusterId);
  }
}
