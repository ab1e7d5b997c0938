import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TencentCloud } from '@tke-cilium/tencent-stand-in';

const ROLES = '/latest/meta-data/cam/security-credentials/';

/**
 * The metadata server of a CVM with a role. Its address is fixed, so it is reached through a proxy
 * on loopback that leads nowhere else.
 */
export async function startMetadataServer(cloud: TencentCloud) {
  const state = {
    /** What everything is answered with. */
    status: 200,
    failNextCredential: false,
    asked: 0,
  };
  const server = createServer((request, response) => {
    state.asked += 1;
    const answer = (status: number, text: string) =>
      end(response, status, text);
    if (state.status !== 200) {
      answer(state.status, '');
    } else if (request.url === ROLES) {
      answer(200, 'backstage');
    } else if (state.failNextCredential) {
      state.failNextCredential = false;
      answer(503, '');
    } else {
      const { Credentials, ExpiredTime } = cloud.sessions.begin();
      answer(
        200,
        JSON.stringify({ Code: 'Success', ...Credentials, ExpiredTime }),
      );
    }
  });
  const proxy = createServer().on('connect', (_, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    server.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return Object.assign(state, {
    proxyUrl: `http://127.0.0.1:${port}`,
    async stop() {
      proxy.closeAllConnections();
      server.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  });
}

function end(response: ServerResponse, status: number, text: string): void {
  // Otherwise the tunnel would stay open.
  response.writeHead(status, { Connection: 'close' });
  response.end(text);
}
