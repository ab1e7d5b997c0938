import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import knexFactory from 'knex';

/**
 * All that is in the SQLite databases of a directory, for a search that leaves nothing out. A
 * backend may be working on them.
 *
 * @returns the values of a table's rows as text, by `<database>.<table>`
 */
export async function readSqliteDatabases(
  directory: string,
): Promise<Map<string, string>> {
  const files = await readdir(directory);
  const tables = await Promise.all(
    files
      .filter(file => file.endsWith('.sqlite'))
      .map(file => readTables(join(directory, file), file.slice(0, -7))),
  );
  return new Map(tables.flat());
}

async function readTables(
  filename: string,
  database: string,
): Promise<[name: string, text: string][]> {
  const db = knexFactory({
    client: 'better-sqlite3',
    connection: { filename, options: { readonly: true } },
    useNullAsDefault: true,
  });
  try {
    const names: string[] = await db('sqlite_master')
      .where({ type: 'table' })
      .pluck('name');
    return await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        const rows: object[] = await db(name).select();
        // A Buffer becomes the text in it.
        const values = rows.flatMap(row => Object.values(row).map(String));
        return [`${database}.${name}`, values.join('\n')];
      }),
    );
  } finally {
    await db.destroy();
  }
}
