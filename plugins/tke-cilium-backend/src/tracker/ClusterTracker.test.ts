import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterWatch,
  WatchClusterOptions,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { takeLease } from '../__testUtils__/leases';
import { recordMetrics } from '../__testUtils__/recordMetrics';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { Lease } from '../lease/Lease';
import { DatabaseReadinessStore } from '../store/DatabaseReadinessStore';
import { DatabaseReadinessWriter } from '../store/DatabaseReadinessWriter';
import { ReadinessStore, ReadinessWriter } from '../store/ReadinessStore';
import { Knex } from 'knex';
import pLimit from 'p-limit';
import { at, readinessOf, snapshotOf } from '../testing/fixtures';
import { ClusterTracker } from './ClusterTracker';

jest.setTimeout(30_000);

const CLUSTER = 'cls-abcdefgh';
const databases = createTestDatabases();

describe('ClusterTracker', () => {
  let db: Knex;
  let lease: Lease;
  let store: ReadinessStore;
  let writer: ReadinessWriter;
  let tracker: ClusterTracker;
  let watch: WatchClusterOptions;
  let seconds: number;
  let metered: ReturnType<typeof recordMetrics>;
  const published: number[] = [];
  const onLost = jest.fn();
  const stop = jest.fn(async () => {});
  const snapshot = jest.fn<ReturnType<ClusterWatch['snapshot']>, []>();
  const logger = mockServices.logger.mock({ child: () => logger });

  beforeEach(async () => {
    ({ db } = await databases.create('SQLite'));
    lease = await takeLease(db, CLUSTER);
    store = DatabaseReadinessStore.create(db);
    writer = DatabaseReadinessWriter.create(db, lease);
    published.length = 0;
    metered = recordMetrics();
    jest.clearAllMocks();
    seconds = 1000;
  });

  afterEach(async () => {
    await tracker.stop();
  });

  async function start(starts = pLimit(8)) {
    const watched = new Promise<WatchClusterOptions>(resolve => {
      tracker = ClusterTracker.start({
        lease,
        onLost,
        connections: {
          list: () => [],
          connect: () => Promise.reject(new Error('not asked for')),
        },
        store,
        writer,
        publish: async (_, revision) => {
          published.push(revision);
        },
        logger,
        metrics: metered.metrics,
        starts,
        watch: options => {
          watch = options;
          resolve(options);
          return { snapshot, stop };
        },
        now: () => new Date(at(seconds)),
      });
    });
    watch = await watched;
  }

  async function saved(revision: number) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (published.includes(revision)) {
        return store.get(CLUSTER);
      }
      await sleep(5);
    }
    throw new Error(`Never published ${revision}, but ${published}`);
  }

  it('stores and publishes what the rules say, and nothing that did not change', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connecting'));
    expect(await saved(1)).toMatchObject({
      connection: { state: 'connecting' },
    });
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    const first = await saved(2);
    expect(first).toMatchObject({
      connection: { state: 'connected', since: at(5) },
      readiness: { kubernetesVersion: 'v1.34.4-tke.1' },
      observedAt: at(5),
      changedAt: at(1000),
    });

    seconds = 2000;
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    watch.onSnapshot(
      snapshotOf('connected', { seconds: 5, version: 'v1.34.5-tke.1' }),
    );
    expect(await saved(3)).toMatchObject({
      readiness: { kubernetesVersion: 'v1.34.5-tke.1' },
      changedAt: at(2000),
    });
    expect(published).toEqual([1, 2, 3]);
  });

  it('keeps what an earlier run learnt until the cluster answers', async () => {
    const readiness = readinessOf('Ready');
    await writer.save({
      connection: { state: 'connected', since: at(0) },
      readiness,
      observedAt: at(10),
      changedAt: at(5),
    });
    await start();
    watch.onSnapshot(snapshotOf('connecting', { seconds: 1000 }));
    expect(await saved(2)).toEqual({
      clusterId: CLUSTER,
      revision: 2,
      connection: { state: 'connecting', since: at(1000) },
      readiness,
      observedAt: at(10),
      changedAt: at(5),
    });
  });

  it('keeps the last known readiness and its age of a cluster that does not answer', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await saved(1);
    watch.onSnapshot(
      snapshotOf('unreachable', { seconds: 60, message: 'ECONNREFUSED' }),
    );
    expect(await saved(2)).toMatchObject({
      connection: { state: 'unreachable', message: 'ECONNREFUSED' },
      readiness: { phase: 'Unreachable', kubernetesVersion: 'v1.34.4-tke.1' },
      observedAt: at(5),
    });
    watch.onConfirmed?.(at(61));
    await tracker.stop();
    expect(await store.get(CLUSTER)).toMatchObject({ observedAt: at(5) });
  });

  it('renews the age of a cluster in which nothing changes', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await saved(1);
    watch.onConfirmed?.(at(65));
    await sleep(50);
    expect(await store.get(CLUSTER)).toMatchObject({
      revision: 1,
      observedAt: at(65),
    });
  });

  it('judges what is known again, because problems can begin with age', async () => {
    const judgeAgain = jest.spyOn(global, 'setInterval');
    await start();
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await saved(1);
    const [tick] = judgeAgain.mock.calls.find(([, ms]) => ms === 30_000) ?? [];
    judgeAgain.mockRestore();
    snapshot.mockReturnValue(undefined);
    tick?.();
    // What a verdict says without any new object is a change like any other.
    snapshot.mockReturnValue(
      snapshotOf('connected', { seconds: 5, version: 'v1.34.5-tke.1' }),
    );
    tick?.();
    expect(await saved(2)).toMatchObject({
      readiness: { kubernetesVersion: 'v1.34.5-tke.1' },
    });
  });

  it('measures what it does', async () => {
    await start();
    expect(metered.clusters()).toEqual([]);
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await saved(1);
    watch.onRestart?.({ source: 'nodes', reason: 'connection' });
    expect(metered.recorded).toEqual([
      ['tke_cilium.evaluation.duration', expect.any(Number)],
      ['tke_cilium.event.lag', expect.any(Number)],
      ['tke_cilium.pushes', 1],
      [
        'tke_cilium.watch.restarts',
        1,
        { source: 'nodes', reason: 'connection' },
      ],
    ]);
    expect(metered.clusters()).toEqual([[1, { phase: 'Progressing' }]]);
    await tracker.stop();
    expect(metered.clusters()).toEqual([]);
  });

  it('measures the lag of a change from its own snapshot, not from one that changed nothing', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await saved(1);
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await new Promise(resolve => setTimeout(resolve, 1_000));
    watch.onSnapshot(
      snapshotOf('connected', { seconds: 5, version: 'v1.34.5-tke.1' }),
    );
    await saved(2);
    const lags = metered.recorded
      .map(record => record as [string, number])
      .filter(([name]) => name === 'tke_cilium.event.lag')
      .map(([, lag]) => lag);
    expect(lags).toHaveLength(2);
    expect(lags[1]).toBeLessThan(0.95);
  });

  it('writes one line per change of state', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connecting'));
    watch.onSnapshot(snapshotOf('connected'));
    watch.onSnapshot(snapshotOf('connected', { version: 'v1.34.5-tke.1' }));
    watch.onSnapshot(snapshotOf('unreachable', { message: 'ECONNREFUSED' }));
    const lines = logger.info.mock.calls.map(([line]) => line);
    expect(lines).toEqual([
      `Cluster ${CLUSTER} is connected`,
      expect.stringMatching(/^Cluster cls-abcdefgh: Progressing\. /),
      `Cluster ${CLUSTER} is unreachable: ECONNREFUSED`,
      expect.stringMatching(/^Cluster cls-abcdefgh: Unreachable\. /),
    ]);
  });

  it('goes on when the database fails for a moment', async () => {
    const save = jest
      .spyOn(writer, 'save')
      .mockRejectedValueOnce(new Error('database is gone'));
    await start();
    watch.onSnapshot(snapshotOf('connected'));
    expect(await saved(1)).toMatchObject({
      connection: { state: 'connected' },
    });
    expect(save).toHaveBeenCalledTimes(2);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('opens another watch when it is refreshed, and none when it is stopped', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    await saved(1);
    const before = watch;
    await tracker.refresh();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(watch).not.toBe(before);
    watch.onSnapshot(
      snapshotOf('connected', { seconds: 9, version: 'v1.34.5-tke.1' }),
    );
    expect(await saved(2)).toMatchObject({
      readiness: { kubernetesVersion: 'v1.34.5-tke.1' },
    });
    const latest = watch;
    await Promise.all([tracker.stop(), tracker.refresh()]);
    expect(watch).toBe(latest);
  });

  describe('where one cluster is read at a time', () => {
    it('waits until the cluster before it was read', async () => {
      const starts = pLimit(1);
      await start(starts);
      const [first, watchOfFirst] = [tracker, watch];
      const second = start(starts);
      watchOfFirst.onSnapshot(snapshotOf('connecting'));
      await sleep(50);
      expect(watch).toBe(watchOfFirst);
      watchOfFirst.onSnapshot(snapshotOf('connected'));
      await second;
      expect(watch).not.toBe(watchOfFirst);
      await first.stop();
    });

    it.each([
      ['does not answer', () => watch.onSnapshot(snapshotOf('unreachable'))],
      ['is stopped', () => tracker.stop()],
    ])('goes on when the cluster before it %s', async (_, end) => {
      const starts = pLimit(1);
      await start(starts);
      const first = tracker;
      await end();
      await start(starts);
      await first.stop();
    });

    it('is not opened twice by a refresh that comes first', async () => {
      const starts = pLimit(1);
      let end = () => {};
      const busy = starts(
        () =>
          new Promise<void>(resolve => {
            end = resolve;
          }),
      );
      const watched = start(starts);
      await tracker.refresh();
      await watched;
      const opened = watch;
      end();
      await busy;
      await sleep(20);
      expect(watch).toBe(opened);
    });
  });

  it('writes nothing more, and says so once, when its lease is over', async () => {
    await start();
    watch.onSnapshot(snapshotOf('connected', { seconds: 5 }));
    const before = await saved(1);
    await takeLease(db, CLUSTER, 'another-replica');
    watch.onSnapshot(snapshotOf('unreachable', { seconds: 60 }));
    await tracker.stop();
    expect(onLost).toHaveBeenCalledTimes(1);
    expect(await store.get(CLUSTER)).toEqual(before);
    expect(published).toEqual([1]);
    expect(logger.error).not.toHaveBeenCalled();
  });
});
