import { once } from 'node:events';
import http, { IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { decompressed } from './decompressed';

const WHOLE = 'a line\n'.repeat(10_000);

describe('decompressed', () => {
  let server: http.Server;
  let answer: (response: http.ServerResponse) => void;

  beforeEach(async () => {
    server = http.createServer((_, response) => answer(response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.close();
  });

  async function ask(): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    const [response] = await once(
      http.get({ host: '127.0.0.1', port }),
      'response',
    );
    return response;
  }

  it('gives what was compressed, and what was not', async () => {
    answer = response => response.end(WHOLE);
    expect(await text(decompressed(await ask()))).toBe(WHOLE);
    answer = response => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(WHOLE));
    };
    expect(await text(decompressed(await ask()))).toBe(WHOLE);
  });

  it.each([
    [
      'a connection that breaks',
      (response: http.ServerResponse) => {
        response.write(gzipSync(WHOLE).subarray(0, 100), () =>
          response.destroy(),
        );
      },
    ],
    [
      'an answer that ends too early',
      (response: http.ServerResponse) =>
        response.end(gzipSync(WHOLE).subarray(0, 100)),
    ],
    [
      'what is not compressed at all',
      (response: http.ServerResponse) => response.end(WHOLE),
    ],
  ])('fails on %s', async (_, send) => {
    answer = response => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      send(response);
    };
    await expect(text(decompressed(await ask()))).rejects.toThrow();
  });
});
