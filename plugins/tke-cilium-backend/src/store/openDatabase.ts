import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@tke-cilium/backstage-plugin-tke-cilium-backend',
  'migrations',
);

/** The plugin's database, with its tables brought up to date unless the administrator does that. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const db = await database.getClient();
  if (!database.migrations?.skip) {
    await db.migrate.latest({ directory: MIGRATIONS });
  }
  return db;
}

/**
 * Whether backends use the database one after the other only. A file of SQLite belongs to one
 * backend; what another one left in it says nothing about who is alive.
 */
export function belongsToOneBackend(db: Knex): boolean {
  return String(db.client.config.client).includes('sqlite');
}
