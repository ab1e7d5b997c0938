import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { PostgresServer } from '@tke-cilium/local-postgres';
import knexFactory, { Knex } from 'knex';
import { openLockDatabase } from '../lock/openLockDatabase';

/** The engines that the lock must work on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

/** A real database with the table of the lock, and connections to it as other processes have. */
export async function startLockDatabase(engine: (typeof ENGINES)[number]) {
  const directory = await mkdtemp(join(tmpdir(), 'lock-'));
  const server =
    engine === 'PostgreSQL' ? await PostgresServer.start() : undefined;
  const opened: Knex[] = [];
  const config: Knex.Config = server
    ? {
        client: 'pg',
        connection: {
          ...server.connection,
          database: await server.createDatabase(),
        },
      }
    : {
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'scaffolder.sqlite') },
        useNullAsDefault: true,
      };
  const connect = async () => {
    const db = knexFactory(config);
    opened.push(db);
    return openLockDatabase(mockServices.database({ knex: db }));
  };
  return {
    connect,
    stop: async () => {
      await Promise.all(opened.map(db => db.destroy()));
      await server?.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
