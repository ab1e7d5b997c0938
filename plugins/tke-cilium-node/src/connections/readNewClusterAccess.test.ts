import { ConfigReader } from '@backstage/config';
import { readNewClusterAccess } from './readNewClusterAccess';

function read(options: { provider?: object; clustersFromCatalog?: object }) {
  return readNewClusterAccess(
    new ConfigReader({
      catalog: { providers: { tkeCilium: options.provider } },
      tkeCilium: {
        tencentCloud: {
          accounts: [
            {
              name: 'production',
              regions: ['ap-guangzhou'],
              clustersFromCatalog: options.clustersFromCatalog,
            },
          ],
        },
      },
    }),
    { account: 'production', region: 'ap-guangzhou' },
  );
}

describe('readNewClusterAccess', () => {
  it.each<[string, object | undefined, string | undefined]>([
    ['no rule', undefined, undefined],
    [
      'every cluster that is made here',
      { origins: ['tke-cilium:tencent-cloud/'] },
      'intranet',
    ],
    [
      'those of the account in the region',
      {
        origins: ['tke-cilium:tencent-cloud/production/ap-guangzhou/'],
        endpoint: 'public',
      },
      'public',
    ],
    ['any origin', { origins: ['*'], endpoint: 'public' }, 'public'],
    [
      'another account',
      { origins: ['tke-cilium:tencent-cloud/staging/'] },
      undefined,
    ],
    ['a repository', { origins: ['url:https://github.com/acme/'] }, undefined],
  ])('tells the address by which %s is reached', (_, rule, endpoint) => {
    expect(read({ clustersFromCatalog: rule })).toMatchObject({ endpoint });
  });

  it('tells whether the catalog gets entities', () => {
    const owner = 'group:default/platform';
    expect(read({}).hasEntity).toBe(false);
    expect(read({ provider: { owner } }).hasEntity).toBe(false);
    expect(
      read({ provider: { owner, fromTencentCloud: true } }).hasEntity,
    ).toBe(true);
  });
});
