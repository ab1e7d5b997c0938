import { mockServices } from '@backstage/backend-test-utils';
import { TencentCloudAccounts } from './TencentCloudAccounts';

const KEYS = { source: 'keys', secretId: 'AKIDtest', secretKey: 'hidden' };
const ACCOUNT = {
  name: 'production',
  regions: ['ap-guangzhou'],
  credentials: KEYS,
};

function read(...accounts: object[]) {
  return TencentCloudAccounts.fromConfig(configured(accounts));
}

function configured(accounts: object[]) {
  return mockServices.rootConfig({
    data: { tkeCilium: { tencentCloud: { accounts } } },
  });
}

describe('TencentCloudAccounts', () => {
  it('shares one client among the clusters of an account', () => {
    const accounts = read(ACCOUNT);
    const api = accounts.api('production', 'ap-guangzhou', 'here');
    expect(accounts.api('production', 'ap-guangzhou', 'there')).toBe(api);
  });

  it('keeps the clients of accounts that did not change, with their limits of calls', () => {
    const other = { ...ACCOUNT, name: 'test' };
    const before = read(ACCOUNT, other);
    const after = TencentCloudAccounts.fromConfig(
      configured([{ ...other, regions: ['ap-beijing'] }, ACCOUNT]),
      before,
    );
    const client = (accounts: typeof before) =>
      accounts.api('production', 'ap-guangzhou', 'here');
    expect(client(after)).toBe(client(before));
    expect(after.hasKept('production', before)).toBe(true);
    expect(after.hasKept('test', before)).toBe(false);
  });

  it('knows a simulation by its configuration alone', () => {
    const endpoint = 'http://127.0.0.1:4545';
    const accounts = read(
      { ...ACCOUNT, endpoint },
      { ...ACCOUNT, name: 'demo', endpoint, simulation: true },
    );
    expect(accounts.list()).toEqual([
      expect.objectContaining({ account: 'production', simulation: false }),
      expect.objectContaining({ account: 'demo', simulation: true }),
    ]);
  });

  it.each([
    [
      'an account that is not there',
      'test',
      'ap-guangzhou',
      'Cluster x names the Tencent Cloud account "test", which is not in tkeCilium.tencentCloud.accounts; there are: production.',
    ],
    [
      'a region of others',
      'production',
      'ap-beijing',
      'Cluster x names the region "ap-beijing", which is not one of the account "production": ap-guangzhou.',
    ],
  ])('refuses %s', (_, name, region, message) => {
    expect(() => read(ACCOUNT).api(name, region, 'Cluster x')).toThrow(message);
  });

  it.each([
    ['two of one name', [ACCOUNT, ACCOUNT], 'another account of this name'],
    ['no region', [{ ...ACCOUNT, regions: [] }], 'at least one region'],
    [
      'a region that is none',
      [{ ...ACCOUNT, regions: ['Guangzhou'] }],
      '"Guangzhou" is none',
    ],
    [
      'an endpoint without encryption',
      [{ ...ACCOUNT, endpoint: 'http://tke.example.com' }],
      'must begin with https://',
    ],
    [
      'an endpoint that is no address',
      [{ ...ACCOUNT, endpoint: 'https://' }],
      'is not an address',
    ],
    [
      'another source of credentials',
      [{ ...ACCOUNT, credentials: { source: 'magic' } }],
      'credentials.source is "magic"; it must be one of environment, profile',
    ],
    [
      'keys without their secret',
      [{ ...ACCOUNT, credentials: { source: 'keys', secretId: 'AKIDtest' } }],
      "'tkeCilium.tencentCloud.accounts[0].credentials.secretKey'",
    ],
  ])('refuses %s', (_, accounts, message) => {
    expect(() => read(...accounts)).toThrow(message);
  });

  it.each(['tke.internal.tencentcloudapi.com', 'http://127.0.0.1:4545'])(
    'takes the endpoint %s',
    endpoint => {
      expect(() => read({ ...ACCOUNT, endpoint })).not.toThrow();
    },
  );
});
