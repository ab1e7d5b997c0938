import { CredentialsError } from './credentials/CredentialsError';
import { failureOf } from './failureOf';
import {
  TencentCloudError,
  TencentCloudErrorOptions,
} from './TencentCloudError';

/** A call that failed, or was not made because there was nothing to sign it with. */
export function toTencentCloudError(
  error: unknown,
  call: Pick<
    TencentCloudErrorOptions,
    'account' | 'region' | 'action' | 'subject'
  >,
): TencentCloudError {
  if (!(error instanceof CredentialsError)) {
    return new TencentCloudError({ ...call, ...failureOf(error) });
  }
  const { failure, action, refused } = error;
  const about = call.subject ? ` for ${call.subject}` : '';
  return new TencentCloudError({
    ...call,
    // What was called instead, and for what.
    ...(action && { action, subject: `${call.action}${about}` }),
    ...failure,
    kind: refused ? 'credentials' : 'credentials-unreachable',
  });
}
