import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  clusterEntityFilter,
  TkeClusterPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * Checks that whoever started the task may do this, and may see the catalog entity of the cluster.
 * The connection's own credentials are the backend's: they say nothing about the person.
 *
 * @throws NotAllowedError that names the permission, or says that the cluster cannot be seen. Whether
 * there is such a cluster it does not tell.
 */
export async function authorizeInitiator(
  ctx: Pick<ActionContext<{ clusterId: string }>, 'input'> & {
    getInitiatorCredentials: ActionContext<{}>['getInitiatorCredentials'];
  },
  services: { catalog: CatalogService; permissions: PermissionsService },
  permission: TkeClusterPermission,
): Promise<void> {
  const { clusterId } = ctx.input;
  const credentials = await ctx.getInitiatorCredentials();
  // A policy's conditions are applied by the plugin tke-cilium, which owns the clusters.
  const [decision] = await services.permissions.authorize(
    [{ permission, resourceRef: clusterId }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not do this on cluster ${clusterId}: your account lacks the permission "${permission.name}" on it. Nothing was changed. Ask the owner of this Backstage for it.`,
    );
  }
  if (!(await isVisible(clusterId, services.catalog, credentials))) {
    throw new NotAllowedError(
      `Cluster ${clusterId} is unknown, or your account may not see it in the catalog. Nothing was changed. Check the id, or ask the owner of the cluster to let you read its catalog entity.`,
    );
  }
}

async function isVisible(
  clusterId: string,
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const { items } = await catalog.getEntities(
    {
      filter: clusterEntityFilter([clusterId]),
      fields: ['kind'],
      limit: 1,
    },
    { credentials },
  );
  return items.length > 0;
}
