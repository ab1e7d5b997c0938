import { isRetryableCall } from './isRetryableCall';
import {
  TencentCloudError,
  TencentCloudErrorOptions,
} from './TencentCloudError';

function failure(options: Partial<TencentCloudErrorOptions>) {
  return new TencentCloudError({
    kind: 'api',
    account: 'production',
    region: 'ap-guangzhou',
    action: 'CreateCluster',
    detail: 'it failed',
    ...options,
  });
}

describe('isRetryableCall', () => {
  it.each([
    [
      'too many calls',
      { code: 'RequestLimitExceeded.UinLimitExceeded' },
      true,
      true,
    ],
    [
      'a cluster that changes',
      { code: 'ResourceUnavailable.ClusterState' },
      true,
      true,
    ],
    [
      'a cluster without nodes',
      {
        code: 'ResourceUnavailable.ClusterState',
        detail: 'cluster without worker Node is not allowed',
      },
      false,
      false,
    ],
    [
      'a load balancer that is not bound',
      { code: 'FailedOperation.LbCommon' },
      true,
      true,
    ],
    ['an internal error', { code: 'InternalError.Db' }, true, false],
    [
      'a cluster that is gone',
      { code: 'InternalError.ClusterNotFound' },
      false,
      false,
    ],
    ['a wrong parameter', { code: 'InvalidParameter' }, false, false],
    [
      'no permission',
      { code: 'UnauthorizedOperation.CamNoAuth' },
      false,
      false,
    ],
    ['HTTP 429', { kind: 'http', httpStatus: 429 }, true, true],
    ['HTTP 502', { kind: 'http', httpStatus: 502 }, true, false],
    ['HTTP 404', { kind: 'http', httpStatus: 404 }, false, false],
    ['a lost answer', { kind: 'network' }, true, false],
    ['no answer', { kind: 'timeout' }, true, false],
    ['another server', { kind: 'protocol' }, true, false],
    ['no credentials', { kind: 'credentials' }, false, false],
    [
      'credentials that did not come',
      { kind: 'credentials-unreachable' },
      true,
      true,
    ],
  ] as const)('%s', (_, options, describing, creating) => {
    const error = failure(options);
    expect([
      isRetryableCall(error, true),
      isRetryableCall(error, false),
    ]).toEqual([describing, creating]);
  });

  it('leaves errors of others alone', () => {
    expect(isRetryableCall(new Error('timeout'), true)).toBe(false);
  });
});
