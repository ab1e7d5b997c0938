import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { ENGINES, TestDatabases } from '@tke-cilium/local-postgres';
import { Knex } from 'knex';
import { DatabaseCreationLock } from './DatabaseCreationLock';
import { openLockDatabase } from './openLockDatabase';

jest.setTimeout(120_000);

const TABLE = 'tke_cilium_creation';
const QUICK = {
  beatEveryMs: 50,
  lostAfterMs: 400,
  silentAfterMs: 1_000,
  maximumGapMs: 200,
  lookEveryMs: 20,
};
const { signal } = new AbortController();

describe.each(ENGINES)('DatabaseCreationLock on %s', engine => {
  const databases = TestDatabases.create();
  let db: Knex;
  let locks: DatabaseCreationLock[];

  beforeAll(async () => {
    const connect = await databases.createEmpty(engine);
    const open = () =>
      openLockDatabase(mockServices.database({ knex: connect() }));
    db = await open();
    locks = [
      DatabaseCreationLock.create(db, QUICK),
      DatabaseCreationLock.create(await open(), QUICK),
    ];
  });
  afterAll(() => databases.stop());

  it('lets one at a time work, whichever process it is in', async () => {
    let inside = 0;
    let most = 0;
    const waited = jest.fn();
    const results = await Promise.all(
      [...locks, ...locks, ...locks].map((lock, index) =>
        lock.hold('a cluster', { signal, onWait: waited }, async held => {
          inside += 1;
          most = Math.max(most, inside);
          await sleep(30);
          inside -= 1;
          return [index, held.inDoubt, held.signal.aborted];
        }),
      ),
    );
    expect(most).toBe(1);
    expect(waited).toHaveBeenCalledTimes(5);
    expect(results).toEqual(results.map((_, index) => [index, false, false]));
  });

  it('lets others work on other things meanwhile', async () => {
    await locks[0].hold('a cluster', { signal }, async () => {
      await locks[1].hold('another cluster', { signal }, async () => {
        expect(await db(TABLE)).toHaveLength(2);
      });
    });
  });

  it('is free again when the work fails', async () => {
    const fail = locks[0].hold('a cluster', { signal }, async () => {
      throw new Error('refused');
    });
    await expect(fail).rejects.toThrow('refused');
    await locks[1].hold('a cluster', { signal }, async () => {});
  });

  it('tells the next one at once when it was left in doubt', async () => {
    const cancelled = locks[0].hold('a cluster', { signal }, async held => {
      held.leaveInDoubt();
      throw new Error('cancelled');
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    const inDoubt: boolean[] = [];
    for (const lock of locks) {
      const waited = jest.fn();
      await lock.hold('a cluster', { signal, onWait: waited }, async held => {
        inDoubt.push(held.inDoubt);
      });
      expect(waited).not.toHaveBeenCalled();
    }
    expect(inDoubt).toEqual([true, false]);
  });

  it('is not taken from who works for long', async () => {
    let done = false;
    const first = locks[0].hold('a cluster', { signal }, async () => {
      await sleep(3 * QUICK.silentAfterMs);
      done = true;
    });
    await sleep(QUICK.lookEveryMs);
    await locks[1].hold('a cluster', { signal }, async held => {
      expect({ done, ...held }).toMatchObject({ done: true, inDoubt: false });
    });
    await first;
  });

  it('is taken from who has died, which the next one is told', async () => {
    await db(TABLE).insert({ what: 'a cluster', holder: 'dead', beat: 7 });
    const inDoubt = await Promise.all(
      locks.map(lock =>
        lock.hold('a cluster', { signal }, async held => held.inDoubt),
      ),
    );
    expect(inDoubt.sort()).toEqual([false, true]);
  });

  it('stops who lost it', async () => {
    const lost = locks[0].hold('a cluster', { signal }, async held => {
      await db(TABLE).update({ holder: 'another' });
      await sleep(60_000, undefined, { signal: held.signal }).catch(() => {
        throw held.signal.reason;
      });
    });
    await expect(lost).rejects.toThrow(/lost the database/);
    await db(TABLE).delete();
  });

  it('ends the wait of who is cancelled', async () => {
    const cancel = new AbortController();
    await locks[0].hold('a cluster', { signal }, async () => {
      const waiting = locks[1].hold(
        'a cluster',
        { signal: cancel.signal, onWait: () => cancel.abort(new Error('no')) },
        async () => {},
      );
      await expect(waiting).rejects.toThrow('no');
    });
  });

  it('has left nothing behind', async () => {
    expect(await db(TABLE)).toEqual([]);
  });
});
