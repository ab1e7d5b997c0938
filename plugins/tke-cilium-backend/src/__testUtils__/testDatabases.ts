import { mockServices } from '@backstage/backend-test-utils';
import { Engine, TestDatabases } from '@tke-cilium/local-postgres';
import { Knex } from 'knex';
import { openDatabase } from '../store/openDatabase';

export { type Engine, ENGINES } from '@tke-cilium/local-postgres';

/**
 * A database, and more connections to it, as other replicas would have. SQLite has one for all: it
 * waits for a lock without letting the process do anything else, such as freeing it.
 */
export type TestDatabase = {
  db: Knex;
  connect(): Knex;
};

/**
 * Real databases for the tests of a file. Call it at the top of the file or of a `describe`.
 */
export function createTestDatabases() {
  const databases = TestDatabases.create();
  afterAll(() => databases.stop(), 60_000);

  return {
    /** An empty database: none of the plugin's tables are there. */
    async createEmpty(engine: Engine): Promise<TestDatabase> {
      const connect = await databases.createEmpty(engine);
      const db = connect();
      return { db, connect: engine === 'SQLite' ? () => db : connect };
    },

    /** A database with the plugin's tables. */
    async create(engine: Engine): Promise<TestDatabase> {
      const created = await this.createEmpty(engine);
      await openDatabase(mockServices.database({ knex: created.db }));
      return created;
    },
  };
}
