import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  entityRouteParams,
} from '@backstage/plugin-catalog-react';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isSimulation } from '../presentation/isSimulation';

/** What the catalog knows about a cluster. */
export type ClusterEntity = {
  /** What the address of its page is made of. */
  route: ReturnType<typeof entityRouteParams>;
  title?: string;
  region?: string;
  simulation: boolean;
};

/**
 * The entities of all clusters, by cluster id. Empty until the catalog has answered, and when it
 * does not: the fleet is worth showing without links.
 *
 * @param clusters - the catalog is asked again when there are other ones
 */
export function useClusterEntities(
  clusters: readonly { clusterId: string }[],
): ReadonlyMap<string, ClusterEntity> {
  const catalog = useApi(catalogApiRef);
  const [entities, setEntities] = useState<ReadonlyMap<string, ClusterEntity>>(
    new Map(),
  );

  const ids = clusters.map(({ clusterId }) => clusterId).join();

  useEffect(() => {
    let current = true;
    catalog
      .getEntities({
        filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
        fields: ['kind', 'metadata'],
      })
      .then(
        ({ items }) => {
          if (current) {
            setEntities(
              new Map(
                items.flatMap(entity => {
                  const { annotations = {}, title } = entity.metadata;
                  const clusterId = annotations[CLUSTER_ID_ANNOTATION];
                  return clusterId
                    ? [
                        [
                          clusterId,
                          {
                            route: entityRouteParams(entity),
                            title,
                            region: annotations[REGION_ANNOTATION],
                            simulation: isSimulation(entity),
                          },
                        ] as const,
                      ]
                    : [];
                }),
              ),
            );
          }
        },
        () => {},
      );
    return () => {
      current = false;
    };
  }, [catalog, ids]);

  return entities;
}
