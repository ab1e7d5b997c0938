import type { Fault, TencentCloudOptions } from '@tke-cilium/tencent-stand-in';

/** A trouble with a call of the cloud. */
export type CloudTrouble = {
  label: string;
  fault: Fault;
  /** How many calls it meets. Default 1. */
  times?: number;
  options?: Partial<TencentCloudOptions>;
  /** Nothing is to come of the call, and its code is to be told. */
  isRefusal?: boolean;
};

const LAG: Partial<TencentCloudOptions> = { consistencyMs: 3000 };

/** Whatever the call is. */
const TROUBLES: readonly CloudTrouble[] = [
  {
    label: 'a rate limit',
    fault: { code: 'RequestLimitExceeded' },
    times: 3,
  },
  {
    // Longer than a call is tried again.
    label: 'a rate limit that stays',
    fault: { code: 'RequestLimitExceeded' },
    times: 8,
  },
  { label: 'an internal error', fault: { code: 'InternalError.Db' } },
  {
    label: 'an internal error that stays',
    fault: { code: 'InternalError.Db' },
    times: 8,
  },
  {
    label: 'a cluster that changes',
    fault: { code: 'ResourceUnavailable.ClusterState', message: 'upgrading' },
    times: 2,
  },
  {
    label: 'no permission',
    fault: { code: 'UnauthorizedOperation.CamNoAuth' },
    isRefusal: true,
  },
  { label: 'HTTP 502', fault: { status: 502 } },
  { label: 'a cut connection', fault: 'reset' },
  { label: 'no answer', fault: 'hang' },
];

/** Of a call that changes something, which may have done so although it failed. */
const TROUBLES_OF_CHANGES: readonly CloudTrouble[] = [
  { label: 'a lost answer', fault: 'reset-after-success' },
  { label: 'no answer after success', fault: 'hang-after-success' },
  {
    label: 'a lost answer, and lists that lag',
    fault: 'reset-after-success',
    options: LAG,
  },
  {
    label: 'no answer, and lists that lag',
    fault: 'hang',
    options: LAG,
  },
];

const QUOTA = 'the quota of 5 nodes of the cluster is used up';

/** What there is not enough of, by the action that says so. */
const SHORTAGES: Readonly<Record<string, readonly [string, string?][]>> = {
  CreateCluster: [
    ['FailedOperation.QuotaMaxClsLimit'],
    ['InternalError.QuotaMaxClsLimit'],
    ['LimitExceeded'],
    ['FailedOperation.TradeCommon'],
    ['InternalError.TradeCommon'],
  ],
  CreateClusterVirtualNodePool: [['InvalidParameter.SubnetInvalidError']],
  CreateNodePool: [['FailedOperation', QUOTA]],
  CreateClusterNodePool: [['FailedOperation.AsCommon', QUOTA]],
};

/** Whether an action changes nothing. */
function isReading(action: string): boolean {
  return /^(Describe|Get)/.test(action);
}

/** Every trouble that calls of an action can have. */
export function troublesOf(action: string): CloudTrouble[] {
  return [
    // A change is not called again after one, so one is all that it takes.
    ...TROUBLES.filter(
      ({ label }) =>
        isReading(action) || label !== 'an internal error that stays',
    ),
    ...(isReading(action) ? [] : TROUBLES_OF_CHANGES),
    ...(SHORTAGES[action] ?? []).map(([code, message]) => ({
      label: code,
      fault: { code, message },
      isRefusal: true,
    })),
  ];
}
