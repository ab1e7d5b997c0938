import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { ActionContext } from '@backstage/plugin-scaffolder-node';

/**
 * Checks that whoever started the task may do this. The connection's own credentials are the
 * backend's: they say nothing about the person.
 *
 * @throws NotAllowedError that names the permission
 */
export async function authorizeInitiator(
  ctx: Pick<ActionContext<{ clusterId: string }>, 'input'> & {
    getInitiatorCredentials: ActionContext<{}>['getInitiatorCredentials'];
  },
  permissions: PermissionsService,
  permission: BasicPermission,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials: await ctx.getInitiatorCredentials(),
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not do this on cluster ${ctx.input.clusterId}: your account lacks the permission "${permission.name}". Ask the owner of this Backstage for it.`,
    );
  }
}
