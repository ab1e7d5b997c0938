import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import { stringify } from 'yaml';
import { ClusterConnections } from './ClusterConnections';
import { clusterConnectionsServiceRef } from './clusterConnectionsServiceRef';

jest.setTimeout(60_000);

/** Serves an entity at every path, whose name and cluster id are the last part of it. */
async function serveEntities(): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '' }, response) => {
    const name = url.slice(-'aaaaaaaa.yaml'.length, -'.yaml'.length);
    response.end(
      stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name,
          annotations: {
            'tencentcloud.com/cluster-id': `cls-${name}`,
            'tencentcloud.com/region': 'ap-guangzhou',
            'tencentcloud.com/account': 'production',
            // What it would like to be.
            'backstage.io/managed-by-origin-location': `url:${urlOf(
              server,
            )}/platform/clusters.yaml`,
          },
        },
        spec: { type: 'kubernetes-cluster', owner: 'somebody' },
      }),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, url: urlOf(server) };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('clusters that entities of a real catalog name', () => {
  const logger = mockServices.logger.mock();
  let server: Server;
  let url: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let connections: ClusterConnections;

  beforeAll(async () => {
    logger.child.mockReturnValue(logger);
    ({ server, url } = await serveEntities());
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        logger.factory,
        createBackendPlugin({
          pluginId: 'tke-cilium',
          register({ registerInit }) {
            registerInit({
              deps: { service: clusterConnectionsServiceRef },
              async init({ service }) {
                connections = service;
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { reading: { allow: [{ host: new URL(url).host }] } },
            catalog: { rules: [{ allow: ['Location', 'Resource'] }] },
            tkeCilium: {
              tencentCloud: {
                accounts: [
                  {
                    name: 'production',
                    regions: ['ap-guangzhou'],
                    credentials: { source: 'environment' },
                    clustersFromCatalog: { origins: [`url:${url}/platform/`] },
                  },
                ],
              },
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    server?.close();
  });

  async function register(path: string, name: string) {
    await request(backend.server)
      .post('/api/catalog/locations')
      .send({ type: 'url', target: `${url}${path}` })
      .expect(201);
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { status } = await request(backend.server).get(
        `/api/catalog/entities/by-name/resource/default/${name}`,
      );
      if (status === 200) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`The catalog never had ${name}`);
  }

  it.each([
    ['elsewhere', '/evil/aaaaaaaa.yaml'],
    ['a way out of a trusted place', '/platform/../evil/bbbbbbbb.yaml'],
    ['an encoded way out', '/platform/%2e%2e/evil/cccccccc.yaml'],
  ])(
    'does not trust an entity from %s, whatever its file says',
    async (_, path) => {
      const name = path.slice(-'aaaaaaaa.yaml'.length, -'.yaml'.length);
      await register(path, name);
      await sleep(3_100);
      await expect(connections.connect(`cls-${name}`)).rejects.toThrow(
        /nor added by a catalog entity/,
      );
      expect(logger.info).toHaveBeenCalledWith(
        expect.stringContaining(
          `resource:default/${name}: it comes from url:${url}${path}, which`,
        ),
      );
    },
  );

  it('adds the cluster of an entity from a trusted place', async () => {
    await register('/platform/clusters/dddddddd.yaml', 'dddddddd');
    await sleep(3_100);
    expect(await connections.connect('cls-dddddddd')).toMatchObject({
      title: 'dddddddd',
    });
    expect(connections.list()).toEqual([
      { clusterId: 'cls-dddddddd', title: 'dddddddd' },
    ]);
  });
});
