import { setTimeout as sleep } from 'node:timers/promises';
import {
  ClusterSnapshot,
  SNAPSHOT_SOURCES,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { AccessPendingError } from '../connections/AccessPendingError';
import { FakeApiServer } from './testing/FakeApiServer';
import { connectionTo, eventually, observeWatch } from './testing/observeWatch';
import { WatchTimings } from './timings';

jest.setTimeout(30_000);

const NODES = '/api/v1/nodes';
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const CILIUM_NODES = '/apis/cilium.io/v2/ciliumnodes';
const FOLLOWED = SNAPSHOT_SOURCES.filter(
  source => !source.reading && !source.optional,
).length;

const node = (name: string) => ({ metadata: { name } });
const names = (snapshot: ClusterSnapshot) =>
  snapshot.nodes.map(({ name }) => name).join();

describe('watchCluster', () => {
  let server: FakeApiServer;
  let watch: ReturnType<typeof observeWatch>;

  beforeEach(async () => {
    server = await FakeApiServer.start();
  });

  afterEach(async () => {
    await watch.stop();
    await server.stop();
  });

  function observe(timings?: Partial<WatchTimings>) {
    watch = observeWatch(async () => connectionTo(server), timings);
    return watch;
  }

  /** A watch that has seen the node `a`, and whose watches are open. */
  async function observeOneNode(timings?: Partial<WatchTimings>) {
    server.put(NODES, node('a'));
    observe(timings);
    await watch.until(snapshot => names(snapshot) === 'a');
    await eventually(() => server.openWatches === FOLLOWED);
  }

  it('says that it connects, and then everything at once', async () => {
    server.put(NODES, node('a'));
    observe();
    await watch.until(({ connection }) => connection.state === 'connected');

    expect(watch.snapshots.map(({ connection }) => connection.state)).toEqual([
      'connecting',
      'connected',
    ]);
    const { collections, kubernetesVersion } = watch.snapshots[1];
    expect(names(watch.snapshots[1])).toBe('a');
    expect(kubernetesVersion).toBe('v1.34.4-tke.1');
    expect(collections.nodes).toEqual({ state: 'synced' });
    expect(collections.ciliumNodes).toEqual({ state: 'absent' });
    expect(
      Object.values(collections).filter(({ state }) => state === 'pending'),
    ).toEqual([]);
  });

  it('reads long lists in pages', async () => {
    for (let index = 0; index < 1_200; index += 1) {
      server.put(NODES, node(`node-${index}`));
    }
    observe();
    await watch.until(({ nodes }) => nodes.length === 1_200);
    expect(server.asked('list', NODES)).toHaveLength(3);
    expect(server.asked('watch', NODES)).toHaveLength(1);
  });

  it('follows additions, changes and deletions without asking again', async () => {
    await observeOneNode();
    server.requests.length = 0;
    server.put(NODES, node('b'));
    await watch.until(snapshot => names(snapshot) === 'a,b');
    server.put(NODES, { ...node('b'), spec: { unschedulable: true } });
    await watch.until(snapshot => snapshot.nodes[1]?.unschedulable);
    server.delete(NODES, 'a');
    await watch.until(snapshot => names(snapshot) === 'b');
    expect(server.asked('list', NODES)).toEqual([]);
    expect(server.asked('watch')).toEqual([]);
    expect(server.asked('version')).toEqual([]);
  });

  it('turns a burst into few snapshots, of which the last is right', async () => {
    await observeOneNode({ snapshotIntervalMs: 50 });
    const before = watch.snapshots.length;
    for (let index = 0; index < 1_000; index += 1) {
      server.put(NODES, node(`node-${index}`));
    }
    await watch.until(({ nodes }) => nodes.length === 1_001);
    expect(watch.snapshots.length - before).toBeLessThan(20);
  });

  it('asks for bookmarks and a bounded life, and goes on from a bookmark', async () => {
    await observeOneNode();
    const [first] = server.asked('watch', NODES);
    expect(first.query.get('allowWatchBookmarks')).toBe('true');
    const seconds = Number(first.query.get('timeoutSeconds'));
    expect(seconds).toBeGreaterThanOrEqual(48);
    expect(seconds).toBeLessThanOrEqual(72);

    server.bookmark(NODES);
    await eventually(() => watch.confirmations.length > 1);
    await sleep(20);
    server.resetConnections();
    await eventually(() => server.asked('watch', NODES).length === 2);
    const [, second] = server.asked('watch', NODES);
    expect(Number(second.query.get('resourceVersion'))).toBeGreaterThan(
      Number(first.query.get('resourceVersion')),
    );
  });

  describe('recovers without losing a change', () => {
    it.each<[string, () => void, 'resumes' | 'lists again']>([
      [
        'when connections are reset',
        () => server.resetConnections(),
        'resumes',
      ],
      [
        'when a watch says 410',
        () => server.sendError(NODES, 410),
        'lists again',
      ],
      [
        'when a watch says 500',
        () => server.sendError(NODES, 500),
        'lists again',
      ],
      [
        'when a watch sends a line that is not JSON',
        () => server.sendRaw(NODES, '{"type":"ADDED","object":{"meta\n'),
        'lists again',
      ],
      [
        'when a watch sends something that is not an event',
        () => server.sendRaw(NODES, 'null\n'),
        'lists again',
      ],
      [
        'when a watch breaks off in the middle of a line',
        () => {
          server.sendRaw(NODES, '{"type":"ADDED","object":{"meta');
          server.resetConnections();
        },
        'resumes',
      ],
    ])('%s', async (_, trouble, how) => {
      await observeOneNode();
      server.requests.length = 0;
      server.putUnseen(NODES, node('b'));
      trouble();
      await watch.until(snapshot => names(snapshot) === 'a,b');
      expect(server.asked('list', NODES)).toHaveLength(
        how === 'resumes' ? 0 : 1,
      );
      expect(
        watch.snapshots.map(({ connection }) => connection.state),
      ).not.toContain('unreachable');
    });

    it('when a version is too old already as the watch is opened (410)', async () => {
      await observeOneNode();
      let refusals = 1;
      server.intercept = ({ kind, path }) =>
        kind === 'watch' && path === NODES && refusals-- > 0
          ? { status: 410 }
          : undefined;
      server.requests.length = 0;
      server.putUnseen(NODES, node('b'));
      server.resetConnections();
      await watch.until(snapshot => names(snapshot) === 'a,b');
      expect(server.asked('list', NODES)).toHaveLength(1);
      expect(watch.restarts).toContainEqual({
        source: 'nodes',
        reason: 'gone',
      });
    });

    it('when the token of a later page has expired (410)', async () => {
      const expected = 1_200;
      for (let index = 0; index < expected; index += 1) {
        server.put(NODES, node(`node-${index}`));
      }
      let refusals = 2;
      server.intercept = ({ path, query }) => {
        if (path !== NODES || query.get('continue') !== '500') {
          return undefined;
        }
        // What was on the first page is gone, and something is new.
        server.delete(NODES, `node-${refusals}`);
        server.putUnseen(NODES, node(`new-${refusals}`));
        return refusals-- > 0 ? { status: 410 } : undefined;
      };
      observe();
      const snapshot = await watch.until(({ nodes }) => nodes.length > 0);
      expect(snapshot.nodes).toHaveLength(expected);
      const listed = snapshot.nodes.map(({ name }) => name);
      expect(listed).toEqual(expect.arrayContaining(['new-2', 'new-1']));
      expect(listed).not.toContain('node-2');
      expect(snapshot.collections.nodes).toEqual({ state: 'synced' });
      expect(watch.restarts.filter(({ source }) => source === 'nodes')).toEqual(
        Array(2).fill({ source: 'nodes', reason: 'gone' }),
      );
    });

    it('when a watch falls silent for ever', async () => {
      await observeOneNode({ idleTimeoutMs: 100 });
      server.putUnseen(NODES, node('b'));
      const snapshot = await watch.until(({ nodes }) => nodes.length > 1);
      expect(names(snapshot)).toBe('a,b');
    });

    it('when an open watch is never answered', async () => {
      await observeOneNode();
      let hangs = 1;
      server.intercept = ({ kind, path }) =>
        kind === 'watch' && path === NODES && hangs-- > 0 ? 'hang' : undefined;
      server.putUnseen(NODES, node('b'));
      server.resetConnections();
      const snapshot = await watch.until(({ nodes }) => nodes.length > 1);
      expect(names(snapshot)).toBe('a,b');
    });

    it('when nothing was wrong but a change never came, by listing again', async () => {
      await observeOneNode({ resyncIntervalMs: 300, watchLifetimeMs: 300 });
      server.requests.length = 0;
      server.putUnseen(NODES, node('b'));
      // A later change arrives, so that a watch goes on from behind the one that was lost.
      server.put(NODES, node('c'));
      await watch.until(snapshot => names(snapshot) === 'a,c');
      expect(server.asked('list', NODES)).toEqual([]);
      await watch.until(snapshot => names(snapshot) === 'a,b,c');
      expect(server.asked('list', NODES)).toHaveLength(1);
      expect(watch.restarts.map(({ source }) => source)).not.toContain('nodes');
    });
  });

  it('does not take a watch for a failing one that breaks now and then', async () => {
    await observeOneNode({ retry: { baseMs: 20, capMs: 20_000 } });
    const allOpen = () => server.openWatches === FOLLOWED;
    for (let cut = 0; cut < 12; cut += 1) {
      await eventually(allOpen, 1_000);
      await sleep(30);
      server.resetConnections();
      await eventually(() => !allOpen());
    }
    await eventually(allOpen, 1_000);
    expect(
      watch.snapshots.filter(
        ({ collections }) => collections.nodes.state === 'failed',
      ),
    ).toEqual([]);
  });

  it('survives a restart of the API server and says so', async () => {
    await observeOneNode();
    await server.stop();
    const lost = await watch.until(
      ({ connection }) => connection.state === 'unreachable',
    );
    expect(lost.connection.message).toContain('ECONNREFUSED');
    expect(names(lost)).toBe('a');

    server.putUnseen(NODES, node('b'));
    await server.start();
    const back = await watch.until(
      ({ connection }) => connection.state === 'connected',
    );
    expect(names(back)).toBe('a,b');
    await eventually(() => server.openWatches === FOLLOWED);
  });

  it('asks a dead API server with one voice', async () => {
    await observeOneNode();
    server.intercept = () => 'hang';
    server.resetConnections();
    await watch.until(({ connection }) => connection.state === 'unreachable');
    server.requests.length = 0;
    await sleep(500);
    expect(server.asked('list').concat(server.asked('watch'))).toEqual([]);
    expect(server.asked('version').length).toBeLessThanOrEqual(4);

    server.intercept = () => undefined;
    await watch.until(({ connection }) => connection.state === 'connected');
  });

  it('takes a connection that appears late, or changes', async () => {
    let there = false;
    watch = observeWatch(async () => {
      if (!there) {
        throw new AccessPendingError('kubeconfig late.yaml does not exist yet');
      }
      return connectionTo(server);
    });
    const first = await watch.until(({ connection }) =>
      Boolean(connection.message),
    );
    expect(first.connection).toMatchObject({
      state: 'connecting',
      message: 'kubeconfig late.yaml does not exist yet',
    });
    there = true;
    await watch.until(({ connection }) => connection.state === 'connected');

    const old = server;
    server = await FakeApiServer.start();
    server.put(NODES, node('elsewhere'));
    await watch.until(snapshot => names(snapshot) === 'elsewhere');
    await old.stop();
    expect(old.openWatches).toBe(0);
  });

  it.each([
    ['once it was there', true, 60_000],
    ['when it does not come in time', false, 50],
  ])(
    'takes a cluster without kubeconfig for lost %s',
    async (_, wasThere, startGraceMs) => {
      let there = wasThere;
      watch = observeWatch(
        async () => {
          if (!there) {
            throw new AccessPendingError('kubeconfig does not exist');
          }
          return connectionTo(server);
        },
        { startGraceMs },
      );
      if (wasThere) {
        await watch.until(({ connection }) => connection.state === 'connected');
        there = false;
      }
      const lost = await watch.until(
        ({ connection }) => connection.state === 'unreachable',
      );
      expect(lost.connection.message).toBe('kubeconfig does not exist');
    },
  );

  it('picks up a kind that is registered later, and does not ask until then', async () => {
    await observeOneNode({ recheckIntervalMs: 10 });
    await sleep(100);
    expect(server.asked('list', CILIUM_NODES)).toHaveLength(1);

    // As with a real API server, the CRD is seen a moment before its objects are served.
    server.put(CRDS, node('ciliumnodes.cilium.io'));
    await sleep(30);
    server.serve(CILIUM_NODES);
    server.put(CILIUM_NODES, node('a'));
    const snapshot = await watch.until(
      ({ ciliumNodes }) => ciliumNodes.join() === 'a',
    );
    expect(snapshot.collections.ciliumNodes).toEqual({ state: 'synced' });

    server.delete(CRDS, 'ciliumnodes.cilium.io');
    await watch.until(
      ({ customResourceDefinitions }) => customResourceDefinitions.length === 0,
    );
    server.intercept = ({ path }) =>
      path === CILIUM_NODES ? { status: 404 } : undefined;
    server.resetConnections();
    await watch.until(
      ({ collections }) => collections.ciliumNodes.state === 'absent',
    );
  });

  it('looks for kinds now and then where the CRDs may not be read', async () => {
    server.intercept = ({ path }) =>
      path === CRDS ? { status: 403 } : undefined;
    observe();
    await watch.until(({ connection }) => connection.state === 'connected');
    server.serve(CILIUM_NODES);
    server.put(CILIUM_NODES, node('a'));
    const { collections } = await watch.until(
      ({ ciliumNodes }) => ciliumNodes.join() === 'a',
    );
    expect(collections.customResourceDefinitions.state).toBe('forbidden');
  });

  it('names a missing permission, lets nothing else suffer, and tries again later', async () => {
    server.put(NODES, node('a'));
    server.intercept = ({ path }) =>
      path.endsWith('/daemonsets') ? { status: 403 } : undefined;
    observe();
    const snapshot = await watch.until(
      ({ connection }) => connection.state === 'connected',
    );
    expect(names(snapshot)).toBe('a');
    expect(snapshot.collections.daemonSets).toEqual({
      state: 'forbidden',
      message: expect.stringMatching(
        /daemonsets\.apps in namespace kube-system.*"list" and "watch"/,
      ),
    });

    server.intercept = () => undefined;
    await watch.until(
      ({ collections }) => collections.daemonSets.state === 'synced',
    );
  });

  it('reports a collection that fails for longer, and keeps what it knew', async () => {
    await observeOneNode();
    server.intercept = ({ path }) =>
      path === NODES ? { status: 500 } : undefined;
    server.resetConnections();
    const failed = await watch.until(
      ({ collections }) => collections.nodes.state === 'failed',
    );
    expect(names(failed)).toBe('a');
    expect(failed.collections.nodes.message).toContain('says 500');
    expect(failed.connection.state).toBe('connected');

    server.intercept = () => undefined;
    await watch.until(
      ({ collections }) => collections.nodes.state === 'synced',
    );
  });

  it('is as patient as the API server asks', async () => {
    let refusals = 1;
    server.intercept = ({ kind, path }) =>
      kind === 'list' && path === NODES && refusals-- > 0
        ? { status: 429, headers: { 'retry-after': '1' } }
        : undefined;
    server.put(NODES, node('a'));
    const startedAt = Date.now();
    observe();
    await watch.until(snapshot => names(snapshot) === 'a');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(900);
  });

  it('does not ask without a pause when watches are closed at once', async () => {
    await observeOneNode();
    server.intercept = ({ kind, path }) =>
      kind === 'watch' && path === NODES ? { status: 200 } : undefined;
    server.resetConnections();
    server.requests.length = 0;
    await sleep(300);
    expect(server.asked('watch', NODES).length).toBeLessThan(30);
  });

  it('counts after changes, not all the time', async () => {
    for (let index = 0; index < 7; index += 1) {
      server.put('/api/v1/pods', node(`pod-${index}`));
    }
    await observeOneNode();
    const counts = () =>
      server
        .asked('list', '/api/v1/pods')
        .filter(({ query }) => query.get('limit') === '1').length;
    await sleep(100);
    expect(counts()).toBe(1);
    server.put(NODES, node('b'));
    await eventually(() => counts() === 2);
    await sleep(100);
    expect(counts()).toBe(2);
  });

  it('is quiet after it was stopped', async () => {
    await observeOneNode();
    await watch.stop();
    const before = watch.snapshots.length;
    server.requests.length = 0;
    server.put(NODES, node('b'));
    await eventually(() => server.openWatches === 0);
    await sleep(50);
    expect(watch.snapshots).toHaveLength(before);
    expect(server.requests).toEqual([]);
  });

  it('stops while it cannot connect', async () => {
    server.intercept = () => 'hang';
    observe({ connectTimeoutMs: 60_000 });
    await eventually(() => server.asked('version').length === 1);
    await watch.stop();
    expect(watch.snapshots).toHaveLength(1);
  });

  it('is not delayed by another cluster that hangs', async () => {
    const hanging = await FakeApiServer.start();
    hanging.intercept = () => 'hang';
    const other = observeWatch(async () => connectionTo(hanging), {
      connectTimeoutMs: 60_000,
    });
    try {
      await observeOneNode();
      expect(other.snapshots).toHaveLength(1);
    } finally {
      await other.stop();
      await hanging.stop();
    }
  });
});
