import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigSources, MutableConfigSource } from '@backstage/config-loader';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import request from 'supertest';
import { parse } from 'yaml';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { until } from './__testUtils__/until';
import tkeCiliumPlugin from './index';

jest.setTimeout(120_000);

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const CLUSTER = 'cls-abcdefgh';
const ORIGIN = 'url:https://github.com/acme/platform/clusters.yaml';
/** More than the ten seconds after which credentials are looked at again. */
const SOON_MS = 20_000;

function entity(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'one',
      annotations: { 'tencentcloud.com/cluster-id': CLUSTER, ...annotations },
    },
    spec: { type: 'kubernetes-cluster' },
  };
}

const OF_ACCOUNT = {
  'tencentcloud.com/region': 'ap-guangzhou',
  'tencentcloud.com/account': 'production',
};

describe('clusters that come and go', () => {
  const databases = createTestDatabases();
  const source = MutableConfigSource.create({ data: {} });
  let directory: string;
  let cluster: LocalCluster;
  let cloud: TencentCloud;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let db: Awaited<ReturnType<typeof databases.create>>['db'];
  let entities: Entity[] = [entity()];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'come-and-go-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    const kubeconfig = await readFile(cluster.kubeconfigPath, 'utf8');
    const { host } = new URL(parse(kubeconfig).clusters[0].cluster.server);
    cloud = await startTencentCloud({
      ...KEYS,
      clusters: [
        {
          clusterId: CLUSTER,
          region: 'ap-guangzhou',
          public: { status: 'Created', address: host },
          kubeconfig,
        },
      ],
    });
    ({ db } = await databases.create('SQLite'));
    configure([]);
    const config = await ConfigSources.toConfig(source);
    backend = await startTestBackend({
      features: [
        tkeCiliumPlugin,
        schedulerServiceFactory,
        mockServices.database.factory({ knex: db }),
        createServiceFactory({
          service: coreServices.rootConfig,
          deps: {},
          factory: () => config,
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => ({
            ...catalogServiceMock(),
            getEntities: (...args) =>
              catalogServiceMock({ entities }).getEntities(...args),
          }),
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish: async () => {} }),
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    source.close();
    await cloud?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  function configure(clusters: JsonObject[]) {
    source.setData({
      tkeCilium: {
        clusters,
        tencentCloud: {
          accounts: [
            {
              name: 'production',
              regions: ['ap-guangzhou'],
              endpoint: cloud.url,
              credentials: { source: 'keys', ...KEYS },
              clustersFromCatalog: {
                origins: ['url:https://github.com/acme/platform/'],
                endpoint: 'public',
              },
            },
          ],
        },
      },
    });
  }

  const byFile = (path: string) => ({ id: CLUSTER, kubeconfig: { path } });

  async function read() {
    const { status, body } = await request(backend.server).get(
      `/api/tke-cilium/v1/clusters/${CLUSTER}`,
    );
    return { status, state: body.connection?.state };
  }

  async function untilState(state: string) {
    await until(
      `the cluster is ${state}`,
      async () => (await read()).state === state,
      SOON_MS,
    );
  }

  async function untilUnwatched() {
    await until(
      'nobody sees or watches the cluster',
      async () => {
        const [lease] = await db('cluster_lease').where({
          cluster_id: CLUSTER,
        });
        return (await read()).status === 404 && !lease?.holder;
      },
      SOON_MS,
    );
  }

  it('watches a cluster that is added to the configuration', async () => {
    expect((await read()).status).toBe(404);
    configure([byFile(cluster.kubeconfigPath)]);
    await untilState('connected');
  });

  it('follows a change of how the cluster is reached', async () => {
    configure([byFile(join(directory, 'missing'))]);
    await untilState('unreachable');
    configure([
      {
        id: CLUSTER,
        tencentCloud: {
          account: 'production',
          region: 'ap-guangzhou',
          endpoint: 'public',
        },
      },
    ]);
    await untilState('connected');
    expect(cloud.journal.length).toBeGreaterThan(0);
  });

  it('goes on with the old configuration when the new one cannot be used', async () => {
    configure([{ id: 'nonsense', kubeconfig: { path: '/' } }]);
    await new Promise(resolve => setTimeout(resolve, 3_000));
    expect(await read()).toEqual({ status: 200, state: 'connected' });
  });

  it('stops to watch a cluster that is taken out of the configuration', async () => {
    configure([]);
    await untilUnwatched();
  });

  it('watches a cluster that an entity of a trusted place names, as long as it does', async () => {
    entities = [
      entity({
        ...OF_ACCOUNT,
        'backstage.io/managed-by-origin-location':
          'url:https://github.com/evil/platform/clusters.yaml',
      }),
    ];
    await new Promise(resolve => setTimeout(resolve, 17_000));
    expect((await read()).status).toBe(404);

    entities = [
      entity({
        ...OF_ACCOUNT,
        'backstage.io/managed-by-origin-location': ORIGIN,
      }),
    ];
    await untilState('connected');
    entities = [entity()];
    await untilUnwatched();
  });
});
