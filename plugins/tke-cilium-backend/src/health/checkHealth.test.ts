import { createTestDatabases } from '../__testUtils__/testDatabases';
import { checkHealth } from './checkHealth';

jest.setTimeout(60_000);

const ALIVE = { isAlive: true, clusters: 2 };
const databases = createTestDatabases();

describe('checkHealth', () => {
  it.each([
    ['works', ALIVE, { status: 'ok', heartbeat: 'fresh', clusters: 2 }],
    [
      'shows no sign of life',
      { isAlive: false, clusters: 0 },
      { status: 'unavailable', heartbeat: 'missing', clusters: 0 },
    ],
    [
      'has not started yet',
      undefined,
      { status: 'unavailable', heartbeat: 'missing', clusters: 0 },
    ],
  ])('of a replica that %s', async (_, life, expected) => {
    const { db } = await databases.create('SQLite');
    expect(await checkHealth(db, life)).toEqual({
      database: 'reachable',
      ...expected,
    });
  });

  it('of a replica whose database is gone', async () => {
    const { db, connect } = await databases.create('PostgreSQL');
    const own = connect();
    await own.destroy();
    expect(await checkHealth(own, ALIVE)).toEqual({
      status: 'unavailable',
      database: 'unreachable',
      heartbeat: 'fresh',
      clusters: 2,
    });
    expect(await checkHealth(db, ALIVE)).toMatchObject({ status: 'ok' });
  });
});
