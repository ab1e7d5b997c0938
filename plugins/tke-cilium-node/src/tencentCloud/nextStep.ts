import { serviceOf } from './TencentCloudActions';
import type { TencentCloudErrorOptions } from './TencentCloudError';

const QUOTA_STEP =
  'Delete what is not needed any more, or ask for a higher quota in the console.';

/** What to do about an error of the API, by a part of its code that different actions share. */
const BY_CODE: readonly [pattern: RegExp, remedy: string][] = [
  [
    /^AuthFailure\.SignatureExpire$/,
    "Set the backend host's clock: a signature is good for five minutes.",
  ],
  [/^AuthFailure/, "Renew this account's credentials."],
  [
    /^RequestLimitExceeded/,
    'The API allows 20 requests a second; try again later.',
  ],
  [/Quota|^LimitExceeded/, QUOTA_STEP],
  [/TradeCommon/, "Check the account's balance in the console."],
  [/Cidr|CIDR/, 'Choose another service CIDR.'],
  [/OsNotSupport/, 'Choose another operating system.'],
  [
    /ClusterInDeletionProtection/,
    'Switch the deletion protection off first, on purpose.',
  ],
  [
    /^ResourceInsufficient|SoldOut/,
    'Choose another instance type or zone, or try again later.',
  ],
];

/** What somebody can do about a failed call, or `undefined` when nobody knows. */
export function nextStep(
  options: TencentCloudErrorOptions,
): string | undefined {
  const { kind, code = '', action, detail } = options;
  switch (kind) {
    case 'credentials-unreachable':
      return "Check that the backend host reaches what gives this account's credentials.";
    case 'network':
    case 'timeout':
      return "Check that the backend host reaches the account's endpoint.";
    case 'protocol':
      return "Check the account's endpoint: something else than the Tencent Cloud API answered.";
    default:
  }
  // Some services say AuthFailure.UnauthorizedOperation, and do not mean the credentials.
  if (code.includes('UnauthorizedOperation') || code.endsWith('CamNoAuth')) {
    const { service } = serviceOf(action as Parameters<typeof serviceOf>[0]);
    return `Allow the action ${service}:${action} to this account's identity in CAM.`;
  }
  if (detail.includes('without worker')) {
    return 'Add a super node or another node first.';
  }
  // The codes of node pools do not tell which of the failures it is.
  if (/^FailedOperation(\.AsCommon)?$/.test(code) && /quota/i.test(detail)) {
    return QUOTA_STEP;
  }
  if (kind === 'credentials') {
    return 'Check credentials of this account in tkeCilium.tencentCloud.accounts.';
  }
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1];
}
