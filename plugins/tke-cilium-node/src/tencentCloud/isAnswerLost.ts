import { isTencentCloudError } from './TencentCloudError';

/** Refusals that some actions call internal errors, and others by their right name. */
const REFUSAL =
  /^InternalError\.(Quota|LimitExceeded|Cidr|CIDR|InvalidPrivateNetworkCIDR|TradeCommon|OsNotSupport|CamNoAuth|AccountUserNotAuthenticated|Param$|\w*NotFound$)/;

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
    (code.startsWith('InternalError') && !REFUSAL.test(code))
  );
}
