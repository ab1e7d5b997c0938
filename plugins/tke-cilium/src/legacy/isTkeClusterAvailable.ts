import { Entity } from '@backstage/catalog-model';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * Whether an entity stands for a TKE cluster and says which, for `EntitySwitch.Case` and
 * `EntityLayout.Route`.
 *
 * @public
 */
export function isTkeClusterAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === CLUSTER_ENTITY_TYPE &&
    Boolean(entity.metadata.annotations?.[CLUSTER_ID_ANNOTATION])
  );
}
