import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { test } from 'node:test';
import { addressEnvironment, choosePort } from './addresses';

test('takes the preferred port when nobody has it, and another one else', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as net.AddressInfo;
  const chosen = await choosePort(port);
  other.close();
  await once(other, 'close');

  assert.notEqual(chosen, port);
  assert.equal(await choosePort(port), port);
});

test('gives Backstage its addresses', () => {
  assert.deepEqual(
    addressEnvironment({
      app: 'http://localhost:4000',
      backend: 'http://localhost:8007',
    }),
    {
      APP_CONFIG_app_baseUrl: 'http://localhost:4000',
      APP_CONFIG_app_listen_port: '4000',
      APP_CONFIG_backend_baseUrl: 'http://localhost:8007',
      APP_CONFIG_backend_listen_port: '8007',
      APP_CONFIG_backend_cors_origin: 'http://localhost:4000',
    },
  );
});
