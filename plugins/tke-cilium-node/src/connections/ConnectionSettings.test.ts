import { ConfigReader } from '@backstage/config';
import { readConnectionSettings } from './ConnectionSettings';

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
  account: object = ACCOUNT,
) {
  return new ConfigReader({
    tkeCilium: { clusters, tencentCloud: { accounts: [account] } },
  });
}

describe('readConnectionSettings', () => {
  const before = readConnectionSettings(configured());
  const connection = (settings: typeof before, id: string) =>
    settings.clusters.get(id)?.connection;

  it('keeps what did not change', () => {
    const after = readConnectionSettings(
      configured([BY_ACCOUNT, { ...BY_FILE, title: 'New' }]),
      before,
    );
    expect(after.accounts).toBe(before.accounts);
    expect(connection(after, BY_ACCOUNT.id)).toBe(
      connection(before, BY_ACCOUNT.id),
    );
    expect(connection(after, BY_FILE.id)).not.toBe(
      connection(before, BY_FILE.id),
    );
    expect(connection(after, BY_FILE.id)?.title).toBe('New');
  });

  it('connects anew by an account that changed, and only by that', () => {
    const after = readConnectionSettings(
      configured(undefined, {
        ...ACCOUNT,
        credentials: { ...ACCOUNT.credentials, secretKey: 'rotated' },
      }),
      before,
    );
    expect(after.accounts).not.toBe(before.accounts);
    expect(connection(after, BY_ACCOUNT.id)).not.toBe(
      connection(before, BY_ACCOUNT.id),
    );
    expect(connection(after, BY_FILE.id)).toBe(connection(before, BY_FILE.id));
  });

  it('forgets what is gone', () => {
    const after = readConnectionSettings(configured([BY_FILE]), before);
    expect([...after.clusters.keys()]).toEqual([BY_FILE.id]);
  });

  it('lets no entity add a cluster unless told so', () => {
    expect(before.catalogRules.size).toBe(0);
    const { catalogRules } = readConnectionSettings(
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
      readConnectionSettings(
        configured([], { ...ACCOUNT, clustersFromCatalog }),
      ),
    ).toThrow(error);
  });
});
