import { ConfigReader } from '@backstage/config';
import { TencentCloudAccounts } from '../tencentCloud/TencentCloudAccounts';
import {
  ConnectionSettings,
  readConnectionSettings,
} from './ConnectionSettings';

const ACCOUNT = {
  name: 'production',
  regions: ['ap-guangzhou'],
  credentials: { source: 'keys', secretId: 'AKIDtest', secretKey: 'hidden' },
};
const BY_FILE = { id: 'cls-aaaaaaaa', kubeconfig: { path: '/kubeconfig' } };
const BY_ACCOUNT = {
  id: 'cls-bbbbbbbb',
  tencentCloud: { account: 'production', region: 'ap-guangzhou' },
};

function configured(
  clusters: object[] = [BY_FILE, BY_ACCOUNT],
  ...accounts: object[]
) {
  return new ConfigReader({
    tkeCilium: {
      clusters,
      tencentCloud: { accounts: accounts.length ? accounts : [ACCOUNT] },
    },
  });
}

function read(config: ConfigReader, before?: ConnectionSettings) {
  const accounts = TencentCloudAccounts.fromConfig(config, before?.accounts);
  return readConnectionSettings(config, accounts, before);
}

describe('readConnectionSettings', () => {
  const before = read(configured());
  const connection = (settings: typeof before, id: string) =>
    settings.clusters.get(id)?.connection;

  it('keeps what did not change', () => {
    const after = read(
      configured([BY_ACCOUNT, { ...BY_FILE, title: 'New' }]),
      before,
    );
    expect(connection(after, BY_ACCOUNT.id)).toBe(
      connection(before, BY_ACCOUNT.id),
    );
    expect(connection(after, BY_FILE.id)).not.toBe(
      connection(before, BY_FILE.id),
    );
    expect(connection(after, BY_FILE.id)?.title).toBe('New');
  });

  it('connects anew by an account that changed, and only by that', () => {
    const after = read(
      configured(undefined, {
        ...ACCOUNT,
        credentials: { ...ACCOUNT.credentials, secretKey: 'rotated' },
      }),
      before,
    );
    expect(connection(after, BY_ACCOUNT.id)).not.toBe(
      connection(before, BY_ACCOUNT.id),
    );
    expect(connection(after, BY_FILE.id)).toBe(connection(before, BY_FILE.id));
  });

  it('keeps what another account than the changed one leads to', () => {
    const after = read(
      configured(undefined, { ...ACCOUNT, name: 'test' }, ACCOUNT),
      before,
    );
    expect(connection(after, BY_ACCOUNT.id)).toBe(
      connection(before, BY_ACCOUNT.id),
    );
  });

  it('forgets what is gone', () => {
    const after = read(configured([BY_FILE]), before);
    expect([...after.clusters.keys()]).toEqual([BY_FILE.id]);
  });

  it('lets no entity add a cluster unless told so', () => {
    expect(before.catalogRules.size).toBe(0);
    const { catalogRules } = read(
      configured([], { ...ACCOUNT, clustersFromCatalog: { origins: ['*'] } }),
    );
    expect([...catalogRules]).toEqual([
      [
        'production',
        { origins: ['*'], regions: ['ap-guangzhou'], endpoint: 'intranet' },
      ],
    ]);
  });

  it.each([
    [{}, /clustersFromCatalog\.origins/],
    [{ origins: [] }, /origins must name at least one place/],
    [
      { origins: ['*'], endpoint: 'internet' },
      /clustersFromCatalog\.endpoint is "internet"; it must be intranet or/,
    ],
  ])('refuses clustersFromCatalog %j', (clustersFromCatalog, error) => {
    expect(() =>
      read(configured([], { ...ACCOUNT, clustersFromCatalog })),
    ).toThrow(error);
  });
});
