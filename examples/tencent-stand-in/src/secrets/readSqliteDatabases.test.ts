import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { readSqliteDatabases } from './readSqliteDatabases';

describe('readSqliteDatabases', () => {
  let directory: string;
  const opened: Knex[] = [];

  const open = (name: string) => {
    const db = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(directory, `${name}.sqlite`) },
      useNullAsDefault: true,
    });
    opened.push(db);
    return db;
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'databases-'));
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(db => db.destroy()));
    await rm(directory, { recursive: true, force: true });
  });

  it('reads every column of every table, while others have them open', async () => {
    for (const plugin of ['catalog', 'scaffolder']) {
      const db = open(plugin);
      await db.schema.createTable('first', table => {
        table.text('text');
        table.binary('bytes');
      });
      await db.schema.createTable('second', table => table.integer('number'));
      await db('first').insert({
        text: `text of ${plugin}`,
        bytes: Buffer.from(`bytes of ${plugin}`),
      });
    }
    const tables = await readSqliteDatabases(directory);
    expect(Object.fromEntries(tables)).toEqual({
      'catalog.first': 'text of catalog\nbytes of catalog',
      'catalog.second': '',
      'scaffolder.first': 'text of scaffolder\nbytes of scaffolder',
      'scaffolder.second': '',
    });
  });
});
