import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import tkeCiliumPlugin from './index';

jest.setTimeout(30_000);

function clusterEntity(name: string, clusterId: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      annotations: { 'tencentcloud.com/cluster-id': clusterId },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
  };
}

const signals = { publish: jest.fn(async () => {}) };

async function startBackend(
  options: {
    permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    kubeconfigPath?: string;
  } = {},
) {
  const {
    permission = AuthorizeResult.ALLOW,
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
      mockServices.permissions.factory({ result: permission }),
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

  it('answers 304 to who has the newest state', async () => {
    backend = await startBackend();
    await unreachable();
    const path = '/v1/clusters/cls-aaaaaaaa';
    const { headers } = await get(path);
    const again = await get(path, { 'If-None-Match': headers.etag });
    expect(again.status).toBe(304);
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

  it('answers 404 without the permission, as if there were no such cluster', async () => {
    backend = await startBackend({ permission: AuthorizeResult.DENY });
    const existing = await get('/v1/clusters/cls-aaaaaaaa');
    const unknown = await get('/v1/clusters/cls-00000000');
    expect(existing.status).toBe(404);
    expect(existing.body.error.message.replace('aaaaaaaa', '00000000')).toBe(
      unknown.body.error.message,
    );
    expect((await get('/v1/clusters')).status).toBe(403);
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
    const health = await get('/health', anonymous);
    expect(health.status).toBe(200);
    expect(health.body).toEqual({ status: 'ok' });
  });
});
