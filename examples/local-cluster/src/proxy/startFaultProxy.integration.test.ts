import type { IncomingMessage } from 'node:http';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiServerClient } from '../api/ApiServerClient';
import { readKubeconfig } from '../api/kubeconfig';
import type { KubernetesObject } from '../api/kubernetesObject';
import { startLocalCluster } from '../cluster/startLocalCluster';
import type { LocalCluster } from '../cluster/types';
import { eventually } from '../__testUtils__/eventually';
import type { StreamFault } from './faults';
import { startFaultProxy, type FaultProxy } from './startFaultProxy';

jest.setTimeout(120_000);

describe('startFaultProxy', () => {
  let cluster: LocalCluster;
  let proxy: FaultProxy;
  let client: ApiServerClient;
  let direct: ApiServerClient;
  let touches = 0;

  beforeAll(async () => {
    cluster = await startLocalCluster();
    proxy = await startFaultProxy({ kubeconfigPath: cluster.kubeconfigPath });
    client = await ApiServerClient.fromKubeconfig(proxy.kubeconfigPath);
    direct = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
  });

  afterEach(() => proxy.heal());

  afterAll(async () => {
    client?.close();
    direct?.close();
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

  it('passes a delayed request on at once when it is healed', async () => {
    proxy.inject({ fault: { kind: 'delay', milliseconds: 60_000 } });
    const delayed = version();
    setTimeout(() => proxy.heal(), 100);
    expect(await delayed).toMatchObject({ minor: '34' });
  });

  it('forgets a delayed request whose client went away', async () => {
    proxy.inject({ fault: { kind: 'delay', milliseconds: 60_000 } });
    const before = timers();
    await expect(version(AbortSignal.timeout(100))).rejects.toThrow('abort');
    await eventually(async () => expect(timers()).toBeLessThanOrEqual(before));
  });

  describe.each<[string, (fault: StreamFault) => Promise<ReadWatch>]>([
    [
      'that is open',
      async fault => {
        const watch = await openWatch();
        await touchNamespace('before');
        await watch.until(/"before /);
        proxy.breakWatches(fault);
        return watch;
      },
    ],
    [
      'that is opened',
      async fault => {
        proxy.inject({ fault, path: /watch=/, times: 1 });
        return openWatch();
      },
    ],
  ])('breaks a watch %s', (_, broken) => {
    it('ends it with an ERROR event: gone', async () => {
      const watch = await broken({ kind: 'gone' });
      expect(await watch.ended).toBeUndefined();
      expect(JSON.parse(watch.lines().at(-1)!)).toMatchObject({
        type: 'ERROR',
        object: { kind: 'Status', code: 410, reason: 'Expired' },
      });
    });

    it('ends it without its end: cut', async () => {
      const watch = await broken({ kind: 'cut' });
      expect(await watch.ended).toMatchObject({ code: 'ECONNRESET' });
    });

    it('leaves it open and silent, until it is healed: silence', async () => {
      const watch = await broken({ kind: 'silence' });
      const before = watch.text();
      await touchNamespace('unheard');
      expect(await Promise.race([watch.ended, sleep(500, 'open')])).toBe(
        'open',
      );
      expect(watch.text()).toBe(before);
      proxy.heal();
      expect(await watch.ended).toMatchObject({ code: 'ECONNRESET' });
    });

    it('puts garbage in between: garbage', async () => {
      const watch = await broken({ kind: 'garbage' });
      await touchNamespace('after-garbage');
      await watch.until(/"after-garbage /);
      const readable = watch.lines().map(line => {
        try {
          return typeof JSON.parse(line);
        } catch {
          return 'garbage';
        }
      });
      expect(readable.filter(kind => kind === 'garbage')).toHaveLength(1);
      watch.close();
    });

    it('makes it late, until it is healed: slow', async () => {
      const watch = await broken({ kind: 'slow', milliseconds: 60_000 });
      const before = watch.text();
      await touchNamespace('late');
      await sleep(300);
      expect(watch.text()).toBe(before);
      proxy.heal();
      await watch.until(/"late /);
      watch.close();
    });
  });

  it('resets the watches that are open', async () => {
    const watch = await openWatch();
    proxy.breakWatches({ kind: 'reset' });
    expect(await watch.ended).toMatchObject({ code: 'ECONNRESET' });
    expect(await version()).toMatchObject({ minor: '34' });
  });

  it('knows how many connections are open', async () => {
    const before = proxy.openConnections;
    const watches = [await openWatch(), await openWatch()];
    // One of them may have taken a connection that was idle.
    expect(proxy.openConnections).toBeGreaterThan(before);
    watches.forEach(watch => watch.close());
    await eventually(async () =>
      expect(proxy.openConnections).toBeLessThanOrEqual(before),
    );
  });

  it('removes its kubeconfig when it stops', async () => {
    await proxy.stop();
    await expect(stat(proxy.kubeconfigPath)).rejects.toThrow('ENOENT');
  });

  async function openWatch() {
    // Only what is new: the names say which test made it.
    const { metadata } = (await client.get<KubernetesObject>(
      '/api/v1/namespaces',
    ))!;
    return readWatch(
      await client.stream(
        'GET',
        `/api/v1/namespaces?watch=1&resourceVersion=${metadata.resourceVersion}`,
      ),
    );
  }

  /** Makes an event that carries the word, past the proxy. */
  async function touchNamespace(word: string) {
    touches += 1;
    await direct.patch('/api/v1/namespaces/default', {
      metadata: { annotations: { word: `${word} ${touches}` } },
    });
  }
});

type ReadWatch = ReturnType<typeof readWatch>;

/** Keeps what a watch says. */
function readWatch(watch: IncomingMessage) {
  let text = '';
  watch.on('data', chunk => {
    text += chunk;
  });
  return {
    text: () => text,
    lines: () => text.trim().split('\n'),
    until: (what: RegExp) =>
      eventually(async () => expect(text).toMatch(what), 5_000),
    /** Nothing when it came to its end, otherwise why it did not. */
    ended: new Promise<Error | undefined>(resolve => {
      watch.on('end', () => resolve(undefined));
      watch.on('error', resolve);
    }),
    close: () => watch.destroy(),
  };
}

function timers() {
  return process.getActiveResourcesInfo().filter(kind => kind === 'Timeout')
    .length;
}
