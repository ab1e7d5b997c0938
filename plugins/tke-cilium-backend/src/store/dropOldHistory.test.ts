import { takeLease } from '../__testUtils__/leases';
import {
  createTestDatabases,
  Engine,
  ENGINES,
} from '../__testUtils__/testDatabases';
import { at, readinessOf } from '../testing/fixtures';
import { DatabaseReadinessStore } from './DatabaseReadinessStore';
import { DatabaseReadinessWriter } from './DatabaseReadinessWriter';
import { dropOldHistory } from './dropOldHistory';

jest.setTimeout(60_000);

const databases = createTestDatabases();

/** A cluster that changed its phase at these seconds. */
async function createHistory(engine: Engine, seconds: number[]) {
  const { db } = await databases.create(engine);
  const lease = await takeLease(db, 'cls-abcdefgh');
  const writer = DatabaseReadinessWriter.create(db, lease);
  for (const [index, second] of seconds.entries()) {
    await writer.save({
      connection: { state: 'connected', since: at(0) },
      readiness: readinessOf(index % 2 ? 'Ready' : 'Degraded'),
      changedAt: at(second),
    });
  }
  const store = DatabaseReadinessStore.create(db);
  return {
    db,
    left: async () =>
      (await store.timeline('cls-abcdefgh', { limit: 100 })).map(
        ({ revision }) => revision,
      ),
  };
}

describe.each(ENGINES)('dropOldHistory on %s', engine => {
  it('drops what is too old', async () => {
    const { db, left } = await createHistory(engine, [0, 10, 20, 30]);
    expect(await dropOldHistory(db, { before: new Date(at(15)) })).toBe(2);
    expect(await left()).toEqual([4, 3]);
  });

  it('keeps the newest, however old', async () => {
    const { db, left } = await createHistory(engine, [0, 10, 20]);
    await dropOldHistory(db, { before: new Date(at(1000)) });
    expect(await left()).toEqual([3]);
  });

  it('drops what is too much, however young', async () => {
    const { db, left } = await createHistory(engine, [0, 10, 20, 30, 40]);
    const before = new Date(at(0));
    await dropOldHistory(db, { before, mostPerCluster: 2 });
    expect(await left()).toEqual([5, 4]);
    expect(await dropOldHistory(db, { before, mostPerCluster: 2 })).toBe(0);
  });
});
