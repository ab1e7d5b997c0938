import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { fetchClusters } from './fetchClusters';

describe('fetchClusters', () => {
  let server: Server;
  let requests: IncomingMessage[];
  let status: number;

  beforeEach(async () => {
    requests = [];
    status = 200;
    server = createServer((incoming, response) => {
      requests.push(incoming);
      const isFirst = !incoming.url?.includes('cursor=second');
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({
          items: [{ clusterId: isFirst ? 'cls-aaaaaaaa' : 'cls-bbbbbbbb' }],
          totalItems: 2,
          nextCursor: isFirst ? 'second' : undefined,
        }),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => {
    server.close();
  });

  function run() {
    const { port } = server.address() as AddressInfo;
    return fetchClusters({
      auth: mockServices.auth({ pluginId: 'catalog' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${port}/api/${pluginId}`,
      }),
    });
  }

  it('reads all pages, as the catalog itself', async () => {
    expect(await run()).toEqual([
      { clusterId: 'cls-aaaaaaaa' },
      { clusterId: 'cls-bbbbbbbb' },
    ]);
    expect(requests.map(({ url }) => url)).toEqual([
      '/api/tke-cilium/v1/clusters',
      '/api/tke-cilium/v1/clusters?cursor=second',
    ]);
    expect(requests[0].headers.authorization).toMatch(
      /^Bearer mock-service-token.*catalog.*tke-cilium/,
    );
  });

  it('fails when it is refused', async () => {
    status = 403;
    await expect(run()).rejects.toThrow(/403/);
  });
});
