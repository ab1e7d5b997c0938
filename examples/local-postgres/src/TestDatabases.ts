import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { PostgresServer } from './PostgresServer';

/** The engines that everything must work on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

/** One of {@link ENGINES}. */
export type Engine = (typeof ENGINES)[number];

/** Real databases: SQLite in files, and a PostgreSQL server that the first one in it starts. */
export class TestDatabases {
  readonly #opened: Knex[] = [];
  #server: Promise<PostgresServer> | undefined;
  #directory: Promise<string> | undefined;

  static create(): TestDatabases {
    return new TestDatabases();
  }

  private constructor() {}

  /** @returns what opens a connection to a new, empty database, as every process has its own */
  async createEmpty(engine: Engine): Promise<() => Knex> {
    const config =
      engine === 'SQLite' ? await this.#inFile() : await this.#onServer();
    return () => {
      const db = knexFactory(config);
      this.#opened.push(db);
      return db;
    };
  }

  /** Closes all connections, and removes what they led to. */
  async stop(): Promise<void> {
    await Promise.all(this.#opened.map(db => db.destroy()));
    await (await this.#server)?.stop();
    const directory = await this.#directory;
    if (directory) {
      await rm(directory, { recursive: true, force: true });
    }
  }

  async #inFile(): Promise<Knex.Config> {
    this.#directory ??= mkdtemp(join(tmpdir(), 'databases-'));
    return {
      client: 'better-sqlite3',
      connection: {
        filename: join(await this.#directory, `${randomUUID()}.sqlite`),
      },
      useNullAsDefault: true,
    };
  }

  async #onServer(): Promise<Knex.Config> {
    this.#server ??= PostgresServer.start();
    const server = await this.#server;
    const database = await server.createDatabase();
    return { client: 'pg', connection: { ...server.connection, database } };
  }
}
