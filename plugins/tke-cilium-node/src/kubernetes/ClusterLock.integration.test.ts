import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultProxy, startFaultProxy } from '@tke-cilium/local-cluster';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { type ClusterLockOptions, withClusterLock } from './ClusterLock';

jest.setTimeout(120_000);

describe('withClusterLock', () => {
  let test: PhaseTestCluster;
  let proxy: FaultProxy;
  let lines: string[];

  beforeAll(async () => {
    test = await PhaseTestCluster.start();
    proxy = await startFaultProxy({
      kubeconfigPath: test.cluster.kubeconfigPath,
    });
  });
  afterAll(async () => {
    await proxy?.stop();
    await test?.stop();
  });
  beforeEach(() => {
    lines = [];
  });
  afterEach(() => proxy.heal());

  async function options(
    purpose: string,
    more: Partial<ClusterLockOptions> & { kubeconfigPath?: string } = {},
  ): Promise<ClusterLockOptions> {
    return {
      client: (await test.connection(more.kubeconfigPath)).kubernetes,
      purpose,
      signal: new AbortController().signal,
      log: line => lines.push(line),
      leaseMs: 2000,
      ...more,
    };
  }

  it('lets one in at a time, and says who the others wait for', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(800);
      inside -= 1;
    };
    await Promise.all(
      ['a', 'b', 'c'].map(async name =>
        withClusterLock(await options(name, { leaseMs: 10_000 }), work),
      ),
    );
    expect(most).toBe(1);
    expect(lines.join('\n')).toMatch(
      /Waiting for another run to end: [abc] \(/,
    );
    expect(await test.lockHolder()).toBeUndefined();
  });

  it('is kept by renewing it for longer than a lease', async () => {
    // A renewal that takes a second on a busy machine must not lose it.
    const long = await options('long', { leaseMs: 5000 });
    await withClusterLock(long, async signal => {
      await sleep(8000);
      expect(signal.aborted).toBe(false);
      expect(await test.lockHolder()).toMatch(/^long /);
    });
  });

  it('is released when the work fails', async () => {
    await expect(
      withClusterLock(await options('failing'), async () => {
        throw new Error('it failed');
      }),
    ).rejects.toThrow('it failed');
    expect(await test.lockHolder()).toBeUndefined();
  });

  it('aborts the work when it cannot be renewed, and lets the next one in', async () => {
    const slow = await options('slow', {
      kubeconfigPath: proxy.kubeconfigPath,
    });
    let taken: string | undefined;
    const lost = withClusterLock(slow, async signal => {
      proxy.inject({ fault: { kind: 'hang' }, path: /leases/ });
      await new Promise(resolve =>
        signal.addEventListener('abort', resolve, { once: true }),
      );
      await withClusterLock(await options('next'), async () => {
        taken = await test.lockHolder();
      });
      signal.throwIfAborted();
    });
    await expect(lost).rejects.toThrow(/the lock for slow was lost/);
    expect(taken).toMatch(/^next /);
    expect(lines.join('\n')).toMatch(/Took over from a run that ended/);
  });

  it('is never left behind by a create whose answer is lost', async () => {
    const cancel = new AbortController();
    proxy.inject({
      fault: { kind: 'delay', milliseconds: 400 },
      method: /POST/,
    });
    const running = withClusterLock(
      await options('cancelled', {
        kubeconfigPath: proxy.kubeconfigPath,
        signal: cancel.signal,
      }),
      async () => undefined,
    );
    setTimeout(() => cancel.abort(new Error('cancelled')), 200);
    await expect(running).rejects.toThrow('cancelled');
    await sleep(1000);
    expect(await test.lockHolder()).toBeUndefined();
  });
});
