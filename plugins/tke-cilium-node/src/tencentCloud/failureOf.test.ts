import { ApiFailure, isRefusal } from './failureOf';

describe('isRefusal', () => {
  it.each<[string, Pick<ApiFailure, 'kind' | 'code'>, boolean]>([
    ['no right', { kind: 'api', code: 'UnauthorizedOperation' }, true],
    [
      'a wrong key',
      { kind: 'api', code: 'AuthFailure.SecretIdNotFound' },
      true,
    ],
    ['no role', { kind: 'api', code: 'ResourceNotFound.RoleNotFound' }, true],
    [
      'no cluster, as some actions say it',
      { kind: 'api', code: 'InternalError.ClusterNotFound' },
      true,
    ],
    [
      'no right, as some actions say it',
      { kind: 'api', code: 'InternalError.CamNoAuth' },
      true,
    ],
    ['no credentials', { kind: 'credentials' }, true],
    ['who does not give any', { kind: 'credentials-unreachable' }, false],
    ['an internal error', { kind: 'api', code: 'InternalError.Db' }, false],
    ['too many calls', { kind: 'api', code: 'RequestLimitExceeded' }, false],
    ['no answer', { kind: 'timeout' }, false],
    ['an answer of something else', { kind: 'protocol' }, false],
    ['HTTP 404', { kind: 'http' }, false],
  ])('%s', (_, failure, expected) => {
    expect(isRefusal(failure)).toBe(expected);
  });
});
