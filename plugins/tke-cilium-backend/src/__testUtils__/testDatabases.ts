import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { PostgresServer } from '@tke-cilium/local-postgres';
import knexFactory, { Knex } from 'knex';
import { openDatabase } from '../store/openDatabase';

/** The engines that everything must work on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

/** One of {@link ENGINES}. */
export type Engine = (typeof ENGINES)[number];

/**
 * A database, and more connections to it, as other replicas would have. SQLite has one for all: it
 * waits for a lock without letting the process do anything else, such as freeing it.
 */
export type TestDatabase = {
  db: Knex;
  connect(): Knex;
};

/**
 * Real databases for the tests of a file: SQLite in a file, and a PostgreSQL server that is started
 * when the first test needs it. Call it at the top of the file or of a `describe`.
 */
export function createTestDatabases() {
  const opened: Knex[] = [];
  let server: Promise<PostgresServer> | undefined;
  let directory: string | undefined;

  afterAll(async () => {
    await Promise.all(opened.map(db => db.destroy()));
    await (await server)?.stop();
    if (directory) {
      await rm(directory, { recursive: true, force: true });
    }
  }, 60_000);

  async function configurationOf(engine: Engine): Promise<Knex.Config> {
    if (engine === 'PostgreSQL') {
      server ??= PostgresServer.start();
      const { connection } = await server;
      const database = await (await server).createDatabase();
      return { client: 'pg', connection: { ...connection, database } };
    }
    directory ??= await mkdtemp(join(tmpdir(), 'databases-'));
    return {
      client: 'better-sqlite3',
      connection: { filename: join(directory, `${opened.length}.sqlite`) },
      useNullAsDefault: true,
    };
  }

  return {
    /** An empty database: none of the plugin's tables are there. */
    async createEmpty(engine: Engine): Promise<TestDatabase> {
      const configuration = await configurationOf(engine);
      const connect = () => {
        const db = knexFactory(configuration);
        opened.push(db);
        return db;
      };
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
