import { isClusterNotFound, isTencentCloudError } from './TencentCloudError';

/**
 * Whether the same call may succeed a little later, and may safely be made again.
 *
 * @remarks
 * Creating calls take no client token, so one whose answer was lost may have made something that
 * costs money: its caller has to look first.
 *
 * @param idempotent - whether the call may be made again although it may have been carried out
 */
export function isRetryableCall(error: unknown, idempotent: boolean): boolean {
  if (!isTencentCloudError(error)) {
    return false;
  }
  const { kind, code = '', httpStatus = 0 } = error;
  switch (kind) {
    // Nothing was called yet.
    case 'credentials-unreachable':
      return true;
    case 'network':
    case 'timeout':
    case 'protocol':
      return idempotent;
    case 'http':
      return httpStatus === 429 || (idempotent && httpStatus >= 500);
    case 'api':
      if (code.startsWith('RequestLimitExceeded')) {
        return true;
      }
      if (isClusterBusy(error)) {
        return true;
      }
      // Some actions answer InternalError.ClusterNotFound for a cluster that is not there.
      return (
        idempotent &&
        code.startsWith('InternalError') &&
        !isClusterNotFound(error)
      );
    default:
      return false;
  }
}

/** Whether a cluster refuses a change until another one of it is done, which may take minutes. */
export function isClusterBusy(error: unknown): boolean {
  if (!isTencentCloudError(error)) {
    return false;
  }
  const { code, message } = error;
  return (
    // Without a worker node it stays like that for ever.
    (code === 'ResourceUnavailable.ClusterState' &&
      !message.includes('without worker')) ||
    // The load balancer is not bound to the endpoint yet.
    code === 'FailedOperation.LbCommon'
  );
}
