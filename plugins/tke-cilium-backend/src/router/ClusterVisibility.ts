import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  tkeCiliumClusterReadPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * Decides who may see which cluster: whoever has the permission to read clusters, and may read the
 * catalog entity that carries the cluster's id. A cluster without an entity is seen by nobody.
 */
export class ClusterVisibility {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;

  static create(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
  }): ClusterVisibility {
    return new ClusterVisibility(options.permissions, options.catalog);
  }

  private constructor(
    permissions: PermissionsService,
    catalog: CatalogService,
  ) {
    this.#permissions = permissions;
    this.#catalog = catalog;
  }

  /** Whether the caller may see clusters at all. */
  async mayRead(credentials: BackstageCredentials): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: tkeCiliumClusterReadPermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /** Those of the clusters whose entity the caller may read. */
  async visible(
    clusterIds: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    if (clusterIds.length === 0) {
      return new Set();
    }
    const field = `metadata.annotations.${CLUSTER_ID_ANNOTATION}`;
    const { items } = await this.#catalog.getEntities(
      {
        filter: {
          kind: 'Resource',
          'spec.type': CLUSTER_ENTITY_TYPE,
          [field]: clusterIds,
        },
        fields: ['kind', 'metadata'],
      },
      { credentials },
    );
    return new Set(
      items.flatMap(
        ({ metadata }) => metadata.annotations?.[CLUSTER_ID_ANNOTATION] ?? [],
      ),
    );
  }
}
