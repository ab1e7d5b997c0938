import { checkClusterAccess, NewClusterAccess } from './checkClusterAccess';

const access: NewClusterAccess = {
  account: 'production',
  hasEntity: true,
  origin: 'tke-cilium:tencent-cloud/production/ap-guangzhou/',
  endpoint: 'intranet',
};

describe('checkClusterAccess', () => {
  it.each<
    [
      string,
      Partial<NewClusterAccess>,
      'intranet' | 'public' | undefined,
      string[],
    ]
  >([
    ['the access that is used', {}, 'intranet', []],
    ['an access that nobody has named', {}, undefined, []],
    ['another access', {}, 'public', ['cluster-endpoint-not-used']],
    [
      'no connection',
      { endpoint: undefined },
      'public',
      ['cluster-without-connection'],
    ],
    [
      'neither entity nor connection',
      { hasEntity: false, endpoint: undefined },
      undefined,
      ['cluster-without-entity', 'cluster-without-connection'],
    ],
  ])('judges %s', (_, changes, endpoint, expected) => {
    expect(
      checkClusterAccess({ ...access, ...changes }, endpoint).map(
        ({ code }) => code,
      ),
    ).toEqual(expected);
  });

  it('says which access is used, and where that is written', () => {
    const [{ message, remedy }] = checkClusterAccess(access, 'public');
    expect(message).toBe(
      'The public access would be opened, but this Backstage reaches the clusters of the account "production" by their intranet address, and could not go on.',
    );
    expect(remedy).toMatch(/clustersFromCatalog\.endpoint/);
  });
});
