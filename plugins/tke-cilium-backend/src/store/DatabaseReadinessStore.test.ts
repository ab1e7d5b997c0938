import {
  createTestDatabases,
  Engine,
  ENGINES,
} from '../__testUtils__/testDatabases';
import { saveReadiness, takeLease } from '../__testUtils__/leases';
import { at, readinessOf } from '../testing/fixtures';
import { DatabaseReadinessStore } from './DatabaseReadinessStore';
import { DatabaseReadinessWriter } from './DatabaseReadinessWriter';

jest.setTimeout(60_000);

const CLUSTER = 'cls-abcdefgh';
const connection = { state: 'connected', since: at(0) } as const;
const databases = createTestDatabases();

async function createStore(engine: Engine) {
  const { db } = await databases.create(engine);
  return {
    db,
    store: DatabaseReadinessStore.create(db),
    writer: DatabaseReadinessWriter.create(db, await takeLease(db, CLUSTER)),
  };
}

describe.each(ENGINES)('DatabaseReadinessStore on %s', engine => {
  it('gives back what was saved, and counts revisions', async () => {
    const { store, writer } = await createStore(engine);
    expect(await store.get(CLUSTER)).toBeUndefined();

    expect(await writer.save({ connection })).toBe(1);
    expect(await store.get(CLUSTER)).toEqual({
      clusterId: CLUSTER,
      revision: 1,
      connection,
    });

    const observed = {
      connection,
      readiness: readinessOf('Ready'),
      observedAt: at(2),
      changedAt: at(1),
    };
    expect(await writer.save(observed)).toBe(2);
    expect(await store.get(CLUSTER)).toEqual({
      ...observed,
      clusterId: CLUSTER,
      revision: 2,
    });
  });

  it('gives several, and nothing of others', async () => {
    const { db, store } = await createStore(engine);
    for (const clusterId of ['cls-aaaaaaaa', 'cls-bbbbbbbb', CLUSTER]) {
      await saveReadiness(db, { clusterId, connection });
    }
    const found = await store.getAll(['cls-aaaaaaaa', CLUSTER, 'cls-00000000']);
    expect(found.map(({ clusterId }) => clusterId).sort()).toEqual([
      'cls-aaaaaaaa',
      CLUSTER,
    ]);
    expect(await store.getAll([])).toEqual([]);
  });

  it('renews the age without a new revision', async () => {
    const { store, writer } = await createStore(engine);
    await writer.save({ connection, observedAt: at(1) });
    await writer.confirm(at(60));
    expect(await store.get(CLUSTER)).toMatchObject({
      revision: 1,
      observedAt: at(60),
    });
  });

  it('tells the changes of phase and of conditions, newest first, and not every change', async () => {
    const { store, writer } = await createStore(engine);
    const [first, ...others] = readinessOf('NotInstalled').conditions;
    const lost = {
      ...first,
      status: 'Unknown',
      reason: 'Unreachable',
      lastTransitionTime: at(2),
    } as const;
    const states = [
      readinessOf('NotInstalled', 'first'),
      readinessOf('NotInstalled', 'only words'),
      { ...readinessOf('NotInstalled'), conditions: [lost, ...others] },
      { ...readinessOf('Progressing'), conditions: [lost, ...others] },
    ];
    for (const [index, readiness] of states.entries()) {
      await writer.save({
        connection,
        readiness,
        changedAt: at(index),
      });
    }
    const progressing = {
      revision: 4,
      at: at(3),
      phase: 'Progressing',
      previousPhase: 'NotInstalled',
      summary: 'Progressing',
      conditions: [],
    };
    const unknown = {
      revision: 3,
      at: at(2),
      phase: 'NotInstalled',
      previousPhase: 'NotInstalled',
      summary: 'NotInstalled',
      conditions: [{ ...lost, previousStatus: first.status }],
    };
    const start = {
      revision: 1,
      at: at(0),
      phase: 'NotInstalled',
      summary: 'first',
      conditions: [first, ...others],
    };
    expect(await store.history(CLUSTER)).toEqual([progressing, start]);
    expect(await store.timeline(CLUSTER, { limit: 2 })).toEqual([
      progressing,
      unknown,
    ]);
    expect(await store.timeline(CLUSTER, { limit: 2, before: 3 })).toEqual([
      start,
    ]);
    expect(await store.timeline('cls-00000000', { limit: 2 })).toEqual([]);
  });
});
