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
  const { kind, code = '', httpStatus = 0, message } = error;
  switch (kind) {
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
      // A cluster that changes its state. Without a worker node it stays like that for ever.
      if (code === 'ResourceUnavailable.ClusterState') {
        return !message.includes('without worker');
      }
      // The load balancer is not bound to the endpoint yet.
      if (code === 'FailedOperation.LbCommon') {
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
