import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ACCOUNT_ANNOTATION,
  CLUSTER_ID_ANNOTATION,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * Where in Tencent Cloud the cluster of a catalog entity is, for a caller who may read the entity.
 *
 * @throws `NotFoundError` when there is no such entity, or the caller may not read it; `InputError`
 * when it does not say where the cluster is
 */
export async function locateCluster(
  catalog: CatalogService,
  entityRef: string,
  credentials: BackstageCredentials,
): Promise<{ account: string; region: string; clusterId: string }> {
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity) {
    throw new NotFoundError(
      `There is no catalog entity ${entityRef} that you may see.`,
    );
  }
  const annotation = (name: string): string => {
    const value = entity.metadata.annotations?.[name];
    if (!value) {
      throw new InputError(
        `The catalog entity ${entityRef} lacks the annotation "${name}", so nobody knows where in Tencent Cloud the cluster is. Add it, or enter what you want by hand.`,
      );
    }
    return value;
  };
  return {
    account: annotation(ACCOUNT_ANNOTATION),
    region: annotation(REGION_ANNOTATION),
    clusterId: annotation(CLUSTER_ID_ANNOTATION),
  };
}
