import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CLUSTER_ID_ANNOTATION,
  clusterEntityFilter,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeClusterResource } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { toClusterResource } from './toClusterResource';

/** The catalog entities that stand for clusters. */
export class ClusterEntities {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): ClusterEntities {
    return new ClusterEntities(options.catalog, options.auth);
  }

  private constructor(catalog: CatalogService, auth: AuthService) {
    this.#catalog = catalog;
    this.#auth = auth;
  }

  /** Those of the clusters that have an entity which the caller may read. */
  async visible(
    clusterIds: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const entities = await this.#read(clusterIds, credentials);
    return clusterIds.filter(clusterId => entities.has(clusterId));
  }

  /**
   * The clusters as a policy sees them, in the order of the ids: from all of their entities, whoever
   * asks. `undefined` for one that has none.
   */
  async resources(
    clusterIds: readonly string[],
  ): Promise<Array<TkeClusterResource | undefined>> {
    const entities = await this.all(clusterIds);
    return clusterIds.map(clusterId => {
      const own = entities.get(clusterId);
      return own && toClusterResource(clusterId, own);
    });
  }

  /** All of the entities of the clusters, by cluster id, whoever asks. */
  async all(clusterIds: readonly string[]): Promise<Map<string, Entity[]>> {
    return this.#read(clusterIds, await this.#auth.getOwnServiceCredentials());
  }

  async #read(
    clusterIds: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity[]>> {
    const found = new Map<string, Entity[]>();
    if (clusterIds.length === 0) {
      return found;
    }
    const { items } = await this.#catalog.getEntities(
      {
        filter: clusterEntityFilter(clusterIds),
        fields: ['kind', 'metadata', 'relations'],
      },
      { credentials },
    );
    for (const entity of items) {
      const id = entity.metadata.annotations?.[CLUSTER_ID_ANNOTATION] ?? '';
      found.set(id, [...(found.get(id) ?? []), entity]);
    }
    return found;
  }
}
