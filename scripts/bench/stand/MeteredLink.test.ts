import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { MeteredLink } from './MeteredLink';

test('what the server sends is counted on its way', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'metered-link-'));
  const server = createServer(socket => {
    socket.on('data', () => socket.end('x'.repeat(1000)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const kubeconfig = path.join(directory, 'kubeconfig');
  await writeFile(kubeconfig, `server: https://127.0.0.1:${port}\n`);

  const link = await MeteredLink.open(kubeconfig);
  const rewritten = await readFile(link.kubeconfigPath, 'utf8');
  const address = /^server: https:\/\/127\.0\.0\.1:(\d+)\n$/.exec(rewritten);
  assert.ok(address);
  assert.notEqual(Number(address[1]), port);

  const client = connect(Number(address[1]), '127.0.0.1');
  client.write('many bytes that do not count');
  let received = 0;
  client.on('data', chunk => {
    received += chunk.length;
  });
  await once(client, 'close');
  assert.equal(received, 1000);
  assert.equal(link.bytes, 1000);

  await link.close();
  server.close();
  await rm(directory, { recursive: true });
});
