import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@tke-cilium/backstage-plugin-scaffolder-backend-module-tke-cilium',
  'migrations',
);

/**
 * The scaffolder's database, with this module's table in it unless the administrator does that. The
 * scaffolder keeps a list of its own migrations, and would stumble over others in it.
 */
export async function openLockDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const db = await database.getClient();
  if (!database.migrations?.skip) {
    await db.migrate.latest({
      directory: MIGRATIONS,
      tableName: 'tke_cilium_migrations',
    });
  }
  return db;
}
