import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TencentCloudAccounts } from '../tencentCloud/TencentCloudAccounts';
import { CatalogClusterConnections } from './CatalogClusterConnections';
import {
  ConnectionSettings,
  readConnectionSettings,
} from './ConnectionSettings';
import { DefaultClusterConnections } from './DefaultClusterConnections';

const ACCOUNT = {
  name: 'production',
  regions: ['ap-guangzhou', 'ap-beijing'],
  credentials: { source: 'keys', secretId: 'AKIDtest', secretKey: 'hidden' },
  clustersFromCatalog: { origins: ['*'] },
};

function entity(
  name: string,
  clusterId: string,
  options: { account?: string; region?: string; title?: string } = {},
): Entity {
  const { account = 'production', region = 'ap-guangzhou', title } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      title,
      annotations: {
        'tencentcloud.com/cluster-id': clusterId,
        'tencentcloud.com/region': region,
        'tencentcloud.com/account': account,
      },
    },
    spec: { type: 'kubernetes-cluster' },
  };
}

describe('CatalogClusterConnections', () => {
  const logger = mockServices.logger.mock();
  let entities: Entity[];
  let isDown: boolean;
  let settings: { current: ConnectionSettings };
  let connections: DefaultClusterConnections;
  let fromCatalog: CatalogClusterConnections;
  const getEntities = jest.fn(
    async (
      ...args: Parameters<ReturnType<typeof catalogServiceMock>['getEntities']>
    ) => {
      if (isDown) {
        throw new Error('the catalog is down');
      }
      return catalogServiceMock({ entities }).getEntities(...args);
    },
  );

  function configure(data: { clusters?: object[]; accounts?: object[] } = {}) {
    const { clusters, accounts = [ACCOUNT] } = data;
    const config = new ConfigReader({
      tkeCilium: { clusters, tencentCloud: { accounts } },
    });
    const before = settings.current;
    settings.current = readConnectionSettings(
      config,
      TencentCloudAccounts.fromConfig(config, before.accounts),
      before,
    );
  }

  beforeEach(() => {
    jest.clearAllMocks();
    isDown = false;
    entities = [];
    const nothing = new ConfigReader({});
    settings = {
      current: readConnectionSettings(
        nothing,
        TencentCloudAccounts.fromConfig(nothing),
      ),
    };
    configure();
    fromCatalog = CatalogClusterConnections.create({
      settings,
      auth: mockServices.auth(),
      catalog: { ...catalogServiceMock(), getEntities },
      logger,
    });
    connections = DefaultClusterConnections.create({
      settings,
      catalog: fromCatalog,
    });
  });

  const ids = () => connections.list().map(({ clusterId }) => clusterId);

  it('adds clusters and drops them as the entities say', async () => {
    entities = [
      entity('b', 'cls-bbbbbbbb', { title: 'B' }),
      entity('a', 'cls-aaaaaaaa'),
    ];
    await fromCatalog.refresh();
    expect(connections.list()).toEqual([
      { clusterId: 'cls-aaaaaaaa', title: 'a' },
      { clusterId: 'cls-bbbbbbbb', title: 'B' },
    ]);
    const before = await connections.connect('cls-bbbbbbbb');

    entities = [entity('b', 'cls-bbbbbbbb', { title: 'B' })];
    await fromCatalog.refresh();
    expect(ids()).toEqual(['cls-bbbbbbbb']);
    expect(await connections.connect('cls-bbbbbbbb')).toBe(before);
    await expect(connections.connect('cls-aaaaaaaa')).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('nor added by a catalog entity'),
    });
  });

  it('does not ask a catalog from which no account takes clusters', async () => {
    configure({ accounts: [{ ...ACCOUNT, clustersFromCatalog: undefined }] });
    entities = [entity('a', 'cls-aaaaaaaa')];
    await fromCatalog.refresh();
    expect(getEntities).not.toHaveBeenCalled();
    await expect(connections.connect('cls-aaaaaaaa')).rejects.toThrow(
      /is not configured.*configured: none/,
    );
  });

  it('keeps what was known while the catalog is down, and says so once', async () => {
    entities = [entity('a', 'cls-aaaaaaaa')];
    await fromCatalog.refresh();
    isDown = true;
    await fromCatalog.refresh();
    await fromCatalog.refresh();
    expect(ids()).toEqual(['cls-aaaaaaaa']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/stay as they were.*the catalog is down/),
    );
  });

  it('stops at once what the configuration does not allow any more', async () => {
    entities = [
      entity('a', 'cls-aaaaaaaa'),
      entity('b', 'cls-bbbbbbbb', { region: 'ap-beijing' }),
    ];
    await fromCatalog.refresh();
    configure({ accounts: [{ ...ACCOUNT, regions: ['ap-guangzhou'] }] });
    expect(ids()).toEqual(['cls-aaaaaaaa']);
    configure({ accounts: [] });
    expect(ids()).toEqual([]);
  });

  it('keeps the connections by accounts that did not change', async () => {
    const other = { ...ACCOUNT, name: 'test' };
    configure({ accounts: [ACCOUNT, other] });
    entities = [
      entity('a', 'cls-aaaaaaaa'),
      entity('b', 'cls-bbbbbbbb', { account: 'test' }),
    ];
    await fromCatalog.refresh();
    const connect = () =>
      Promise.all(
        entities.map((_, index) => connections.connect(ids()[index])),
      );
    const [a, b] = await connect();
    const credentials = { ...ACCOUNT.credentials, secretKey: 'rotated' };
    configure({ accounts: [ACCOUNT, { ...other, credentials }] });
    const [sameA, newB] = await connect();
    expect(sameA).toBe(a);
    expect(newB).not.toBe(b);
  });

  it('lets the configuration say how a cluster is reached that it has', async () => {
    entities = [entity('a', 'cls-aaaaaaaa', { title: 'Of the entity' })];
    await fromCatalog.refresh();
    configure({
      clusters: [
        {
          id: 'cls-aaaaaaaa',
          title: 'Configured',
          kubeconfig: { path: '/missing' },
        },
      ],
    });
    expect(connections.list()).toEqual([
      { clusterId: 'cls-aaaaaaaa', title: 'Configured' },
    ]);
    const { kubeconfig } = await connections.connect('cls-aaaaaaaa');
    await expect(kubeconfig()).rejects.toThrow('/missing');
  });

  it('finds a cluster whose entity is a moment old, without asking for each', async () => {
    const waited = jest.spyOn(performance, 'now');
    waited.mockReturnValue(10_000);
    entities = [entity('a', 'cls-aaaaaaaa')];
    const { title } = await connections.connect('cls-aaaaaaaa');
    expect(title).toBe('a');

    // A millisecond before the catalog may be asked again.
    waited.mockReturnValue(12_999);
    entities.push(entity('b', 'cls-bbbbbbbb'));
    const asking = [
      connections.connect('cls-bbbbbbbb'),
      connections.connect('cls-00000000'),
    ];
    expect(getEntities).toHaveBeenCalledTimes(1);
    const [found, missing] = await Promise.allSettled(asking);
    expect(found).toMatchObject({ value: { title: 'b' } });
    expect(missing.status).toBe('rejected');
    expect(getEntities).toHaveBeenCalledTimes(2);
    waited.mockRestore();
  });

  it('names the entities that it refuses, once', async () => {
    entities = [
      entity('a', 'cls-aaaaaaaa'),
      entity('far', 'cls-bbbbbbbb', { region: 'ap-shanghai' }),
    ];
    await fromCatalog.refresh();
    await fromCatalog.refresh();
    expect(logger.info.mock.calls).toEqual([
      [
        'Clusters from the catalog: cls-aaaaaaaa. Refused: resource:default/far: the region "ap-shanghai" is not one of the account "production"',
      ],
    ]);
  });
});
