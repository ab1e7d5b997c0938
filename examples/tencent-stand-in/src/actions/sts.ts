import { ACCOUNT, denialOf } from '../faults/denial';
import { ApiError } from '../server/ApiError';
import { ActionContext } from './actions';

/** AssumeRole: by whoever may, which is everybody until the role is taken away. */
export function assumeRole({ cloud, request }: ActionContext): object {
  requireRole(cloud.roles, 'AssumeRole', request.RoleArn as string);
  return cloud.sessions.begin();
}

/** AssumeRoleWithWebIdentity, which is not signed: the token is what counts. */
export function assumeRoleWithWebIdentity({
  cloud,
  request,
}: ActionContext): object {
  if (request.WebIdentityToken !== cloud.webIdentityToken) {
    throw new ApiError(
      'InvalidParameter.WebIdentityTokenError',
      `The token is not one of the provider ${request.ProviderId} of uin ${ACCOUNT.uin}.`,
    );
  }
  requireRole(
    cloud.roles,
    'AssumeRoleWithWebIdentity',
    request.RoleArn as string,
  );
  return cloud.sessions.begin();
}

function requireRole(
  roles: ReadonlySet<string>,
  action: string,
  arn: string,
): void {
  if (!roles.has(arn)) {
    throw new ApiError('UnauthorizedOperation', denialOf(action));
  }
}
