import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { at, readinessOf } from '../testing/fixtures';
import { DatabaseReadinessStore } from './DatabaseReadinessStore';

jest.setTimeout(30_000);

const CLUSTER = 'cls-abcdefgh';
const connection = { state: 'connected', since: at(0) } as const;
const databases = TestDatabases.create();

async function createStore(databaseId: TestDatabaseId) {
  const client = await databases.init(databaseId);
  const database = mockServices.database({ knex: client });
  return {
    client,
    store: await DatabaseReadinessStore.create({ database }),
  };
}

describe.each(databases.eachSupportedId())(
  'DatabaseReadinessStore on %s',
  databaseId => {
    it('gives back what was saved, and counts revisions', async () => {
      const { store } = await createStore(databaseId);
      expect(await store.get(CLUSTER)).toBeUndefined();

      expect(await store.save({ clusterId: CLUSTER, connection })).toBe(1);
      expect(await store.get(CLUSTER)).toEqual({
        clusterId: CLUSTER,
        revision: 1,
        connection,
      });

      const observed = {
        clusterId: CLUSTER,
        connection,
        readiness: readinessOf('Ready'),
        observedAt: at(2),
        changedAt: at(1),
      };
      expect(await store.save(observed)).toBe(2);
      expect(await store.get(CLUSTER)).toEqual({ ...observed, revision: 2 });
    });

    it('gives several, and nothing of others', async () => {
      const { store } = await createStore(databaseId);
      for (const clusterId of ['cls-aaaaaaaa', 'cls-bbbbbbbb', CLUSTER]) {
        await store.save({ clusterId, connection });
      }
      const found = await store.getAll([
        'cls-aaaaaaaa',
        CLUSTER,
        'cls-00000000',
      ]);
      expect(found.map(({ clusterId }) => clusterId).sort()).toEqual([
        'cls-aaaaaaaa',
        CLUSTER,
      ]);
      expect(await store.getAll([])).toEqual([]);
    });

    it('renews the age without a new revision', async () => {
      const { store } = await createStore(databaseId);
      await store.save({ clusterId: CLUSTER, connection, observedAt: at(1) });
      await store.confirm(CLUSTER, at(60));
      expect(await store.get(CLUSTER)).toMatchObject({
        revision: 1,
        observedAt: at(60),
      });
    });

    it('tells the changes of phase and of conditions, newest first, and not every change', async () => {
      const { store } = await createStore(databaseId);
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
        await store.save({
          clusterId: CLUSTER,
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

    it('goes up, down and up again', async () => {
      const { client } = await createStore(databaseId);
      const directory = resolvePackagePath(
        '@tke-cilium/backstage-plugin-tke-cilium-backend',
        'migrations',
      );
      await client.migrate.rollback({ directory }, true);
      expect(await client.schema.hasTable('cluster_readiness')).toBe(false);
      expect(await client.schema.hasTable('readiness_history')).toBe(false);
      await client.migrate.latest({ directory });
      expect(await client.schema.hasTable('cluster_readiness')).toBe(true);
    });
  },
);
