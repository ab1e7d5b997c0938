import { isRefusal } from './failureOf';
import { isTencentCloudError } from './TencentCloudError';

/** What a change is refused for, which some actions call internal errors. */
const REFUSED_CHANGE =
  /^InternalError\.(Quota|LimitExceeded|Cidr|CIDR|InvalidPrivateNetworkCIDR|TradeCommon|OsNotSupport|Param$)/;

/**
 * Whether a call that changes something may have been carried out although it failed: no answer came,
 * or one that does not tell.
 */
export function isAnswerLost(error: unknown): boolean {
  if (!isTencentCloudError(error)) {
    return false;
  }
  const { kind, httpStatus = 0, code = '' } = error;
  return (
    ['network', 'timeout', 'protocol'].includes(kind) ||
    (kind === 'http' && httpStatus >= 500) ||
    (code.startsWith('InternalError') &&
      !isRefusal({ kind, code }) &&
      !REFUSED_CHANGE.test(code))
  );
}
