import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  FaultProxy,
  LocalCluster,
  startFaultProxy,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import { PostgresServer } from '@tke-cilium/local-postgres';
import { LeaseWitness } from './__testUtils__/replicas/LeaseWitness';
import { ReplicaProcess } from './__testUtils__/replicas/ReplicaProcess';
import { SignalListener } from './__testUtils__/replicas/SignalListener';
import { TcpLink } from './__testUtils__/replicas/TcpLink';
import { until } from './__testUtils__/until';

jest.setTimeout(180_000);

const CLUSTERS = [
  'cls-aaaaaaaa',
  'cls-bbbbbbbb',
  'cls-cccccccc',
  'cls-dddddddd',
];

/** Every write so far was made under the valid lease, one after the other. */
const FENCED = { invalid: [], isInOrder: true };

/** The promise of the product. */
const TAKEOVER_MS = 15_000;

describe('Two backends on one PostgreSQL', () => {
  let directory: string;
  let cluster: LocalCluster;
  let proxy: FaultProxy;
  let postgres: PostgresServer;
  let link: TcpLink;
  let first: ReplicaProcess;
  let second: ReplicaProcess;
  let witness: LeaseWitness;
  let nodes = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'replicas-'));
    [cluster, postgres] = await Promise.all([
      startLocalCluster({ directory: join(directory, 'cluster') }),
      PostgresServer.start(),
    ]);
    proxy = await startFaultProxy({ kubeconfigPath: cluster.kubeconfigPath });
    link = await TcpLink.create(postgres.connection.port);
    const clusters = CLUSTERS.map(id => ({
      id,
      kubeconfig: { path: proxy.kubeconfigPath },
    }));
    first = await ReplicaProcess.create({
      clusters,
      directory: join(directory, 'first'),
      database: { ...postgres.connection, port: link.port },
    });
    second = await ReplicaProcess.create({
      clusters,
      directory: join(directory, 'second'),
      database: postgres.connection,
      clockShiftMs: -60_000,
    });
    await first.start();
    witness = await LeaseWitness.create(postgres.connection);
    await second.start();
  }, 180_000);

  afterAll(async () => {
    await first?.dispose();
    await second?.dispose();
    await witness?.stop();
    await link?.stop();
    await postgres?.stop();
    await proxy?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function shareOf(replica: ReplicaProcess): Promise<number> {
    const shares = await witness.shares();
    return shares[replica.replicaId ?? '']?.length ?? 0;
  }

  async function isShared(): Promise<boolean> {
    return (await shareOf(first)) === 2 && (await shareOf(second)) === 2;
  }

  /** Changes the cluster, which all ids stand for. */
  async function change(): Promise<void> {
    await cluster.addNodes(1);
    nodes += 1;
  }

  /** Whether a backend shows every cluster as it is now. */
  async function isRight(replica: ReplicaProcess): Promise<boolean> {
    const shown = await Promise.all(CLUSTERS.map(id => replica.cluster(id)));
    return shown.every(
      ({ connection, nodes: counted }) =>
        connection.state === 'connected' && counted?.total === nodes,
    );
  }

  async function areBothRight(): Promise<boolean> {
    return (await isRight(first)) && (await isRight(second));
  }

  function hearsOfAll({ received }: SignalListener): boolean {
    return CLUSTERS.every(id =>
      received.some(({ clusterId }) => clusterId === id),
    );
  }

  function report(what: string, milliseconds: number): void {
    process.stdout.write(`${what}: ${(milliseconds / 1000).toFixed(1)} s\n`);
  }

  it('share the clusters evenly, and both serve all of them', async () => {
    await until('two clusters each', isShared, 30_000);
    await until('both show the clusters', areBothRight, 30_000);
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it('tell the browsers of both about every change', async () => {
    const listeners = [
      await SignalListener.connect(first.url),
      await SignalListener.connect(second.url),
    ];
    // The event bus delivers from the moment a backend has subscribed, which it shows nowhere.
    await until(
      'a signal about each cluster at both',
      async () => {
        await change();
        await sleep(1_000);
        return listeners.every(hearsOfAll);
      },
      30_000,
    );
    for (const { received } of listeners) {
      received.length = 0;
    }
    // Each watches two of the four, so each listener hears of two from the other backend.
    expect(await isShared()).toBe(true);
    await change();
    const took = await until(
      'signals about all clusters at both',
      () => listeners.every(hearsOfAll),
      10_000,
    );
    report('A change to signals at both', took);
    for (const listener of listeners) {
      listener.close();
    }
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it.each(['first', 'second'] as const)(
    'survive kill -9 of the %s',
    async name => {
      const [dying, other] =
        name === 'first' ? [first, second] : [second, first];
      const before = await witness.generations();
      const killedAt = performance.now();
      await dying.kill();
      await change();
      await until(
        'the other one watches all',
        async () => (await shareOf(other)) === 4,
        TAKEOVER_MS,
      );
      const after = await witness.generations();
      expect(CLUSTERS.filter(id => after[id] === before[id] + 1)).toHaveLength(
        2,
      );
      await until('the state is right', () => isRight(other), 5_000);
      const tookOverAfter = performance.now() - killedAt;
      report(`Takeover after kill -9 of the ${name}`, tookOverAfter);
      expect(tookOverAfter).toBeLessThan(TAKEOVER_MS);

      await dying.start();
      await until('two clusters each', isShared, 20_000);
      await until('both are right', areBothRight, 10_000);
      expect(await witness.verdict()).toEqual(FENCED);
    },
  );

  it('hand over at once when one stops', async () => {
    const stoppedAt = performance.now();
    await second.stop();
    await until(
      'the other one watches all',
      async () => (await shareOf(first)) === 4,
      5_000,
    );
    report('Handover of a clean stop', performance.now() - stoppedAt);
    await change();
    await until('the state is right', () => isRight(first), 5_000);
    await second.start();
    await until('two clusters each', isShared, 20_000);
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it('are not harmed by one that stood still and wakes up', async () => {
    second.pause();
    const pausedAt = performance.now();
    await change();
    await until(
      'the other one watches all',
      async () => (await shareOf(first)) === 4,
      TAKEOVER_MS,
    );
    await until('the state is right', () => isRight(first), 5_000);
    report('Takeover from a paused replica', performance.now() - pausedAt);
    await change();
    const sleeper = second.replicaId;
    second.resume();
    await until(
      'it joins again under another id',
      () => second.replicaId !== sleeper,
      10_000,
    );
    expect(second.log).toContain('may no longer watch cluster');
    await until('two clusters each', isShared, 20_000);
    await until('both are right', areBothRight, 10_000);
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it('survive a restart of the API server', async () => {
    const before = await witness.generations();
    await cluster.stopApiServer();
    await until(
      'both say so',
      async () =>
        (await first.cluster(CLUSTERS[0])).phase === 'Unreachable' &&
        (await second.cluster(CLUSTERS[3])).phase === 'Unreachable',
      30_000,
    );
    await cluster.restartApiServer();
    const took = await until('both are right', areBothRight, 40_000);
    report('Right after the restart of the API server', took);
    // Whose turn it is has nothing to do with the API server.
    expect(await witness.generations()).toEqual(before);
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it('survive a restart of PostgreSQL', async () => {
    await postgres.halt();
    await change();
    await sleep(4_000);
    await postgres.resume();
    const took = await until('both are right', areBothRight, 30_000);
    report('Right after the restart of PostgreSQL', took);
    await until('two clusters each', isShared, 20_000);
    await change();
    await until('a change is seen', areBothRight, 10_000);
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it('survive 30 seconds without the API server', async () => {
    const before = await witness.generations();
    proxy.inject({ fault: { kind: 'hang' } });
    proxy.breakWatches({ kind: 'reset' });
    await change();
    await sleep(30_000);
    for (const [replica, id] of [
      [first, CLUSTERS[0]],
      [second, CLUSTERS[3]],
    ] as const) {
      expect(await replica.cluster(id)).toMatchObject({ phase: 'Unreachable' });
    }
    proxy.heal();
    const took = await until('both are right', areBothRight, 40_000);
    report('Right after the API server was cut off', took);
    expect(await witness.generations()).toEqual(before);
    expect(await witness.verdict()).toEqual(FENCED);
  });

  it('survive 30 seconds in which one does not reach the database', async () => {
    const cutAt = performance.now();
    link.cut();
    await until(
      'the other one watches all',
      async () => (await shareOf(second)) === 4,
      TAKEOVER_MS,
    );
    report('Takeover from one without database', performance.now() - cutAt);
    // Nobody watches a cluster that somebody else took over.
    expect(first.log).toContain('The database cannot be reached');
    await change();
    await until('the state is right', () => isRight(second), 5_000);
    await sleep(Math.max(0, 30_000 - (performance.now() - cutAt)));
    link.heal();
    await until('two clusters each', isShared, 60_000);
    await until('both are right', areBothRight, 30_000);
    expect(await witness.verdict()).toEqual(FENCED);
  });
});
