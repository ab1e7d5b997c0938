import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  createTestDatabases,
  Engine,
  ENGINES,
} from '../__testUtils__/testDatabases';
import { at } from '../testing/fixtures';
import { DatabaseReadinessWriter } from '../store/DatabaseReadinessWriter';
import { DatabaseLeaseStore } from './DatabaseLeaseStore';
import { fenced } from './fenced';
import { Lease } from './Lease';
import { LeaseCoordinator } from './LeaseCoordinator';
import { LeaseLostError } from './LeaseLostError';

jest.setTimeout(120_000);

const CLUSTERS = [
  'cls-aaaaaaaa',
  'cls-bbbbbbbb',
  'cls-cccccccc',
  'cls-dddddddd',
];
const databases = createTestDatabases();
const connection = { state: 'connected', since: at(0) } as const;

/** A replica of the test: what it watches, and the same proportions of time but faster. */
class Replica {
  readonly watched = new Map<string, Lease>();
  readonly moves: string[] = [];
  wanted = CLUSTERS;
  /** As if the process stood still, or its way to the database was cut. */
  isCutOff = false;
  /** How often it watched a cluster that another replica watched too. */
  doubles = 0;
  readonly #coordinator: LeaseCoordinator;

  constructor(db: Knex, others: Replica[], othersAreGone = false) {
    others.push(this);
    const leases = DatabaseLeaseStore.create(db);
    const beat = leases.beat.bind(leases);
    leases.beat = async (...args) =>
      this.isCutOff ? new Promise<never>(() => {}) : beat(...args);
    this.#coordinator = LeaseCoordinator.start({
      leases,
      othersAreGone,
      wanted: () => this.wanted,
      watch: lease => {
        const { clusterId } = lease;
        this.doubles += others.filter(other =>
          other.watched.has(clusterId),
        ).length;
        this.watched.set(clusterId, lease);
        return {
          refresh: async () => {
            this.moves.push(`refreshed ${clusterId}`);
          },
          stop: async () => {
            this.watched.delete(clusterId);
          },
        };
      },
      onMove: ({ kind, lease }) =>
        this.moves.push(`${kind} ${lease.clusterId}`),
      logger: mockServices.logger.mock(),
      timings: {
        everyMs: 100,
        answerMs: 600,
        aloneAfterMs: 1_200,
        silentAfterMs: 2_400,
        maximumGapMs: 2_000,
        refreshEveryMs: 300,
      },
    });
  }

  stop() {
    return this.#coordinator.stop();
  }
}

async function until(what: () => boolean, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!what()) {
    if (performance.now() > deadline) {
      throw new Error(`Never: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

describe.each(ENGINES)('LeaseCoordinator on %s', engine => {
  let replicas: Replica[];

  async function open(on: Engine) {
    const { db, connect } = await databases.create(on);
    replicas = [];
    return {
      db,
      start: () => new Replica(connect(), replicas),
    };
  }

  afterEach(async () => {
    for (const replica of replicas) {
      replica.isCutOff = false;
    }
    await Promise.all(replicas.map(replica => replica.stop()));
  });

  const shares = () => replicas.map(({ watched }) => watched.size);
  const total = () => shares().reduce((sum, size) => sum + size, 0);

  it('watches everything alone, and shares it with a second and a third', async () => {
    const { start } = await open(engine);
    const first = start();
    await until(() => first.watched.size === 4);
    start();
    await until(() => shares().join() === '2,2');
    start();
    await until(() => total() === 4 && Math.max(...shares()) === 2);
    await until(() => shares().every(size => size > 0) && total() === 4);
    expect(replicas.map(({ doubles }) => doubles)).toEqual([0, 0, 0]);
  });

  it('hands over at once after a clean stop', async () => {
    const { db, start } = await open(engine);
    const [first, second] = [start(), start()];
    await until(() => shares().join() === '2,2');
    await first.stop();
    expect(first.watched.size).toBe(0);
    const stoppedAt = performance.now();
    await until(() => second.watched.size === 4);
    // Far below the time after which a silent replica is replaced.
    expect(performance.now() - stoppedAt).toBeLessThan(1_500);
    expect(second.doubles).toBe(0);
    expect(await db('replica').pluck('replica_id')).toHaveLength(1);
  });

  it('replaces a replica that is silent, which stops before and joins again', async () => {
    const { start } = await open(engine);
    const [first, second] = [start(), start()];
    await until(() => shares().join() === '2,2');
    const before = [...first.watched.values()];
    first.isCutOff = true;
    await until(() => first.watched.size === 0);
    expect(second.watched.size).toBe(2);
    await until(() => second.watched.size === 4);
    for (const { clusterId, generation } of before) {
      expect(second.watched.get(clusterId)?.generation).toBe(generation + 1);
    }
    first.isCutOff = false;
    await until(() => shares().join() === '2,2');
    expect(first.doubles + second.doubles).toBe(0);
  });

  it('follows the list of clusters', async () => {
    const { start } = await open(engine);
    const [first, second] = [start(), start()];
    await until(() => shares().join() === '2,2');
    for (const replica of replicas) {
      replica.wanted = ['cls-aaaaaaaa', 'cls-eeeeeeee'];
    }
    await until(() => shares().join() === '1,1');
    expect([...first.watched.keys(), ...second.watched.keys()].sort()).toEqual([
      'cls-aaaaaaaa',
      'cls-eeeeeeee',
    ]);
  });

  it('refreshes a cluster that somebody asks for, but not at once again', async () => {
    const { db, start } = await open(engine);
    const [first, second] = [start(), start()];
    await until(() => shares().join() === '2,2');
    const leases = DatabaseLeaseStore.create(db);
    expect(await leases.requestRefresh('cls-00000000')).toBe(false);
    for (const clusterId of CLUSTERS.slice(0, 3)) {
      expect(await leases.requestRefresh(clusterId)).toBe(true);
    }
    const refreshed = () =>
      [...first.moves, ...second.moves].filter(move =>
        move.startsWith('refreshed'),
      );
    await until(() => refreshed().length === 3);
    await leases.requestRefresh(CLUSTERS[0]);
    await until(() => refreshed().length === 4);
    expect(refreshed().sort()).toEqual(
      [0, 0, 1, 2].map(index => `refreshed ${CLUSTERS[index]}`),
    );
  });

  it('refuses what an earlier holder writes, also in the middle of a takeover', async () => {
    const { db, start } = await open(engine);
    const replica = start();
    await until(() => replica.watched.size === 4);
    const lease = replica.watched.get('cls-aaaaaaaa') as Lease;
    const old = DatabaseReadinessWriter.create(db, lease);
    expect(await old.save({ connection })).toBe(1);
    await replica.stop();
    await expect(old.save({ connection })).rejects.toThrow(LeaseLostError);
    await expect(old.confirm(at(1))).rejects.toThrow(LeaseLostError);

    const next = start();
    await until(() => next.watched.size === 4);
    const newer = DatabaseReadinessWriter.create(
      db,
      next.watched.get('cls-aaaaaaaa') as Lease,
    );
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? old : newer).save({ connection }),
      ),
    );
    const outcomes = results.map(result =>
      result.status === 'fulfilled' ? result.value : result.reason.name,
    );
    expect(outcomes.sort()).toEqual([
      ...[2, 3, 4, 5, 6],
      ...Array(5).fill('LeaseLostError'),
    ]);
    expect(await db('cluster_readiness').pluck('generation')).toEqual([2]);
  });
});

describe('LeaseCoordinator in a database of its own', () => {
  it('does not wait for a predecessor that was killed', async () => {
    const { db, connect } = await databases.create('SQLite');
    const leases = DatabaseLeaseStore.create(db);
    await leases.register('killed', CLUSTERS);
    await leases.acquire('killed', [
      { clusterId: 'cls-aaaaaaaa', generation: 0 },
    ]);
    const replica = new Replica(connect(), [], true);
    const startedAt = performance.now();
    await until(() => replica.watched.size === 4);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(replica.watched.get('cls-aaaaaaaa')?.generation).toBe(2);
    await replica.stop();
  });
});

describe('A writer on PostgreSQL that stands still in the middle', () => {
  it('loses its transaction, and keeps nobody out', async () => {
    const { db, connect } = await databases.create('PostgreSQL');
    const leases = DatabaseLeaseStore.create(db);
    await leases.acquire('paused', [
      { clusterId: 'cls-aaaaaaaa', generation: 0 },
    ]);
    const lease = {
      clusterId: 'cls-aaaaaaaa',
      holder: 'paused',
      generation: 1,
    };
    let wakeUp = () => {};
    const written = fenced(connect(), lease, async transaction => {
      await new Promise<void>(resolve => {
        wakeUp = resolve;
      });
      return transaction('cluster_lease').update({ holder: 'paused' });
    });
    const outcome = written.then(
      () => 'written',
      () => 'refused',
    );
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(
      await leases.acquire('next', [
        { clusterId: 'cls-aaaaaaaa', generation: 1 },
      ]),
    ).toEqual(['cls-aaaaaaaa']);
    wakeUp();
    expect(await outcome).toBe('refused');
    expect(await leases.leases()).toEqual([
      {
        clusterId: 'cls-aaaaaaaa',
        holder: 'next',
        generation: 2,
        refreshes: 0,
      },
    ]);
  });
});
