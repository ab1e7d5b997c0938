import { stat } from 'node:fs/promises';
import { ApiServerClient } from '../api/ApiServerClient';
import { readKubeconfig } from '../api/kubeconfig';
import { startLocalCluster } from '../cluster/startLocalCluster';
import type { LocalCluster } from '../cluster/types';
import { startFaultProxy, type FaultProxy } from './startFaultProxy';

jest.setTimeout(120_000);

describe('startFaultProxy', () => {
  let cluster: LocalCluster;
  let proxy: FaultProxy;
  let client: ApiServerClient;

  beforeAll(async () => {
    cluster = await startLocalCluster();
    proxy = await startFaultProxy({ kubeconfigPath: cluster.kubeconfigPath });
    client = await ApiServerClient.fromKubeconfig(proxy.kubeconfigPath);
  });

  afterEach(() => proxy.heal());

  afterAll(async () => {
    client?.close();
    await proxy?.stop();
    await cluster?.stop();
  });

  const version = (signal?: AbortSignal) =>
    client.request('GET', '/version', { signal });

  it('passes everything on as long as nothing is injected', async () => {
    expect(await version()).toMatchObject({ minor: '34' });
    await client.ensure({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'through-the-proxy' },
    });
    expect(
      await client.get('/api/v1/namespaces/through-the-proxy'),
    ).toBeDefined();
  });

  it('acts for nobody who does not know its token', async () => {
    const address = await readKubeconfig(proxy.kubeconfigPath);
    const stranger = ApiServerClient.create({
      ...address,
      credentials: { token: 'guess' },
    });
    await expect(stranger.request('GET', '/version')).rejects.toThrow('401');
    stranger.close();
  });

  it.each([500, 503])('answers %d as often as it should', async status => {
    proxy.inject({ fault: { kind: 'status', status }, times: 2 });
    await expect(version()).rejects.toThrow(String(status));
    await expect(version()).rejects.toThrow(String(status));
    expect(await version()).toMatchObject({ minor: '34' });
  });

  it('says when to come again', async () => {
    proxy.inject({
      fault: { kind: 'status', status: 429, retryAfterSeconds: 7 },
      times: 1,
    });
    const response = await client.stream('GET', '/version');
    expect(response.statusCode).toBe(429);
    expect(response.headers['retry-after']).toBe('7');
    response.destroy();
  });

  it('resets, hits only what matches, and heals', async () => {
    proxy.inject({ fault: { kind: 'reset' }, method: /GET/, path: /version/ });
    await expect(version()).rejects.toThrow(/hang up|ECONNRESET/);
    expect(await client.list('v1', 'Namespace')).not.toHaveLength(0);
    proxy.heal();
    expect(await version()).toMatchObject({ minor: '34' });
  });

  it('hangs until it is healed', async () => {
    proxy.inject({ fault: { kind: 'hang' } });
    await expect(version(AbortSignal.timeout(300))).rejects.toThrow('abort');
    const hanging = version();
    setTimeout(() => proxy.heal(), 100);
    await expect(hanging).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('delays', async () => {
    proxy.inject({ fault: { kind: 'delay', milliseconds: 300 }, times: 1 });
    const started = Date.now();
    await version();
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
  });

  it('drops the watches that are open', async () => {
    const watch = await client.stream('GET', '/api/v1/namespaces?watch=1');
    const ended = new Promise(resolve => {
      watch.on('error', resolve);
      watch.on('close', resolve);
    });
    watch.resume();
    proxy.dropWatches();
    await ended;
    expect(await version()).toMatchObject({ minor: '34' });
  });

  it('removes its kubeconfig when it stops', async () => {
    await proxy.stop();
    await expect(stat(proxy.kubeconfigPath)).rejects.toThrow('ENOENT');
  });
});
