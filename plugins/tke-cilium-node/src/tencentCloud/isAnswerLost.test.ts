import { isAnswerLost } from './isAnswerLost';
import {
  TencentCloudError,
  TencentCloudErrorOptions,
} from './TencentCloudError';

describe('isAnswerLost', () => {
  it.each<[string, Partial<TencentCloudErrorOptions>, boolean]>([
    ['a cut connection', { kind: 'network' }, true],
    ['no answer', { kind: 'timeout' }, true],
    ['an answer of something else', { kind: 'protocol' }, true],
    ['HTTP 502', { kind: 'http', httpStatus: 502 }, true],
    ['HTTP 403', { kind: 'http', httpStatus: 403 }, false],
    ['no credentials', { kind: 'credentials' }, false],
    ['an internal error', { code: 'InternalError' }, true],
    ['one of the database', { code: 'InternalError.Db' }, true],
    ['a misspelt one', { code: 'InternalError.UnexceptedInternal' }, true],
    ['a quota', { code: 'InternalError.QuotaMaxClsLimit' }, false],
    ['a CIDR', { code: 'InternalError.CidrConflictWithVpcCidr' }, false],
    ['an unpaid bill', { code: 'InternalError.TradeCommon' }, false],
    ['no such cluster', { code: 'InternalError.ClusterNotFound' }, false],
    ['a wrong parameter', { code: 'InvalidParameter' }, false],
  ])('%s', (_, options, expected) => {
    const error = new TencentCloudError({
      kind: 'api',
      account: 'production',
      region: 'ap-guangzhou',
      action: 'CreateCluster',
      detail: 'it failed',
      ...options,
    });
    expect(isAnswerLost(error)).toBe(expected);
  });

  it('leaves errors of others alone', () => {
    expect(isAnswerLost(new Error('timeout'))).toBe(false);
  });
});
