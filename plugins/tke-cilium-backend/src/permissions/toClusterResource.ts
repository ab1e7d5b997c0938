import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { REGION_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeClusterResource } from '@tke-cilium/backstage-plugin-tke-cilium-node';

/**
 * A cluster as a policy sees it.
 *
 * @param entities - all that stand for it, at least one
 */
export function toClusterResource(
  clusterId: string,
  entities: readonly Entity[],
): TkeClusterResource {
  const regions = new Set(
    entities.map(({ metadata }) => metadata.annotations?.[REGION_ANNOTATION]),
  );
  const [firstOwners, ...otherOwners] = entities.map(ownersOf);
  return {
    clusterId,
    region: regions.size === 1 ? [...regions][0] : undefined,
    owners: firstOwners.filter(owner =>
      otherOwners.every(owners => owners.includes(owner)),
    ),
  };
}

function ownersOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}
