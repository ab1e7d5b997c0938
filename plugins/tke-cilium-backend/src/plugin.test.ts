import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { clusterEntity } from './testing/clusterEntity';
import tkeCiliumPlugin from './index';

jest.setTimeout(30_000);

const signals = { publish: jest.fn(async () => {}) };

async function startBackend(
  options: {
    kubeconfigPath?: string;
  } = {},
) {
  const {
    // A directory cannot be read as a file.
    kubeconfigPath = __dirname,
  } = options;
  return startTestBackend({
    features: [
      tkeCiliumPlugin,
      mockServices.rootConfig.factory({
        data: {
          tkeCilium: {
            clusters: [
              {
                id: 'cls-aaaaaaaa',
                title: 'With an entity',
                kubeconfig: { path: kubeconfigPath },
              },
              {
                id: 'cls-bbbbbbbb',
                kubeconfig: { path: 'missing/kubeconfig' },
              },
            ],
          },
        },
      }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      catalogServiceMock.factory({
        entities: [
          clusterEntity('demo', 'cls-aaaaaaaa'),
          clusterEntity('not-configured', 'cls-cccccccc'),
          {
            ...clusterEntity('not-a-cluster', 'cls-bbbbbbbb'),
            kind: 'Component',
          },
        ],
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
    ],
  });
}

const BASE = '/api/tke-cilium';

describe('tkeCiliumPlugin', () => {
  let backend: Awaited<ReturnType<typeof startBackend>>;

  afterEach(async () => {
    await backend.stop();
    jest.clearAllMocks();
  });

  async function get(path: string, headers: Record<string, string> = {}) {
    return request(backend.server).get(`${BASE}${path}`).set(headers);
  }

  async function until(what: (cluster: any) => boolean) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { body } = await get('/v1/clusters/cls-aaaaaaaa');
      if (what(body)) {
        return body;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`The cluster never came into this state: ${what}`);
  }

  const unreachable = () => until(({ phase }) => phase === 'Unreachable');

  it('lists the clusters whose entity the caller may read', async () => {
    backend = await startBackend();
    const { status, body } = await get('/v1/clusters');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        clusterId: 'cls-aaaaaaaa',
        title: 'With an entity',
      }),
    ]);
  });

  it('says what is wrong with a kubeconfig, keeps history and tells browsers', async () => {
    backend = await startBackend();
    const cluster = await unreachable();
    expect(cluster.connection).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('cannot be read (EISDIR)'),
    });
    expect(cluster.readiness.phase).toBe('Unreachable');
    expect(cluster.history).toEqual([
      expect.objectContaining({ phase: 'Unreachable' }),
    ]);
    expect(signals.publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'tke-cilium:readiness',
      message: { clusterId: 'cls-aaaaaaaa', revision: cluster.revision },
    });
  });

  it('does not call a cluster lost that is being started', async () => {
    backend = await startBackend({ kubeconfigPath: 'missing/kubeconfig' });
    const cluster = await until(({ connection }) =>
      Boolean(connection?.message),
    );
    expect(cluster.connection).toMatchObject({
      state: 'connecting',
      message: expect.stringContaining('does not exist (yet)'),
    });
    expect(cluster.readiness).toBeUndefined();
    expect(cluster.history).toEqual([]);
  });

  it.each([
    ['not configured', 'cls-cccccccc'],
    ['without an entity', 'cls-bbbbbbbb'],
    ['unknown to everybody', 'cls-00000000'],
  ])('answers 404 for a cluster that is %s', async (_, clusterId) => {
    backend = await startBackend();
    const { status, body } = await get(`/v1/clusters/${clusterId}`);
    expect(status).toBe(404);
    expect(body.error.message).toContain(`no cluster ${clusterId} that you`);
  });

  it.each(['nonsense', 'cls-ABCDEFGH', 'cls-abcdefghi', '..%2Fhealth'])(
    'answers 400 and names the field for the id %s',
    async clusterId => {
      backend = await startBackend();
      const { status, body } = await get(`/v1/clusters/${clusterId}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain('clusterId');
    },
  );

  it('serves nobody without credentials, but its health', async () => {
    backend = await startBackend();
    const anonymous = { Authorization: mockCredentials.none.header() };
    expect((await get('/v1/clusters', anonymous)).status).toBe(401);
    expect((await get('/v1/clusters/cls-aaaaaaaa', anonymous)).status).toBe(
      401,
    );
    await unreachable();
    const health = await get('/health', anonymous);
    expect(health.status).toBe(200);
    expect(health.body).toEqual({
      status: 'ok',
      database: 'reachable',
      heartbeat: 'fresh',
      clusters: 2,
    });
  });
});
