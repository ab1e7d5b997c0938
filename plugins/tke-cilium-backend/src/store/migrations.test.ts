import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createTestDatabases, ENGINES } from '../__testUtils__/testDatabases';
import { DatabaseReadinessStore } from './DatabaseReadinessStore';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@tke-cilium/backstage-plugin-tke-cilium-backend',
  'migrations',
);
const databases = createTestDatabases();

describe.each(ENGINES)('migrations on %s', engine => {
  it('go up one by one and keep what is there', async () => {
    const { db } = await databases.createEmpty(engine);
    await db.migrate.up({ directory });
    await db('cluster_readiness').insert({
      cluster_id: 'cls-abcdefgh',
      revision: 7,
      phase: 'Ready',
      connection: JSON.stringify({ state: 'connected', since: 'then' }),
    });
    await db('readiness_history').insert({
      cluster_id: 'cls-abcdefgh',
      revision: 7,
      at: 'then',
      phase: 'Ready',
      summary: 'Fine',
    });
    await db.migrate.latest({ directory });
    const store = DatabaseReadinessStore.create(db);
    expect(await store.get('cls-abcdefgh')).toMatchObject({ revision: 7 });
    const entry = {
      revision: 7,
      at: 'then',
      phase: 'Ready',
      summary: 'Fine',
      conditions: [],
    };
    expect(await store.history('cls-abcdefgh')).toEqual([entry]);

    await db('readiness_history').insert({
      cluster_id: 'cls-abcdefgh',
      revision: 8,
      at: 'now',
      phase: 'Ready',
      previous_phase: 'Ready',
      summary: 'Only conditions changed',
      conditions: '[]',
    });
    await db.migrate.down({ directory });
    expect(await db.schema.hasTable('cluster_announcement')).toBe(false);
    await db.migrate.down({ directory });
    expect(await db.schema.hasColumn('cluster_lease', 'refreshes')).toBe(false);
    await db.migrate.down({ directory });
    expect(await db('readiness_history').pluck('revision')).toEqual([7]);
    expect(await db.schema.hasTable('replica')).toBe(false);
    expect(await db.schema.hasColumn('cluster_readiness', 'generation')).toBe(
      false,
    );
  });

  it('go down to nothing and up again', async () => {
    const { db } = await databases.create(engine);
    await db.migrate.rollback({ directory }, true);
    for (const table of [
      'cluster_readiness',
      'readiness_history',
      'replica',
      'cluster_lease',
      'cluster_announcement',
    ]) {
      expect(await db.schema.hasTable(table)).toBe(false);
    }
    await db.migrate.latest({ directory });
    expect(await db.schema.hasTable('cluster_lease')).toBe(true);
  });
});
