import { ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, Reaper } from '@tke-cilium/local-cluster';
import knexFactory from 'knex';
import { postgresBinaries } from './postgresBinaries';
import { unpackPostgres } from './unpackPostgres';

const USER = 'postgres';
const NAME = 'postgres';

/** PostgreSQL refuses to run as root; `nobody` is everywhere, and owns nothing. */
const RUN_AS =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** How to reach a database. */
export type PostgresConnection = {
  host: string;
  port: number;
  user: string;
  password: string;
};

/** A real PostgreSQL server on loopback, with nothing in it. Ends with the test run. */
export class PostgresServer {
  readonly connection: PostgresConnection;
  readonly #directory: string;
  readonly #programs: string;
  readonly #reaper = Reaper.start([NAME]);
  #child: ChildProcess | undefined;
  #output: string[] = [];

  static async start(): Promise<PostgresServer> {
    const binaries = postgresBinaries();
    const directory = await mkdtemp(join(tmpdir(), 'postgres-'));
    if (RUN_AS) {
      await chown(directory, RUN_AS.uid, RUN_AS.gid);
    }
    const programs = binaries.packageDirectory
      ? await unpackPostgres(
          binaries.packageDirectory,
          join(directory, 'program'),
        )
      : binaries.directory;
    const server = new PostgresServer(directory, programs, {
      host: '127.0.0.1',
      port: await freePort(),
      user: USER,
      password: randomBytes(16).toString('hex'),
    });
    try {
      await server.#initialise();
      await server.resume();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  private constructor(
    directory: string,
    programs: string,
    connection: PostgresConnection,
  ) {
    this.#directory = directory;
    this.#programs = programs;
    this.connection = connection;
  }

  /** @returns the name of a new, empty database */
  async createDatabase(): Promise<string> {
    const name = `test_${randomBytes(8).toString('hex')}`;
    await this.#query(`CREATE DATABASE ${name}`);
    return name;
  }

  /** Starts it again after {@link PostgresServer.halt}, on the same port with the same data. */
  async resume(): Promise<void> {
    const { port } = this.connection;
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      // The data need not outlive a power cut.
      fsync: 'off',
    };
    const child = this.#spawn('postgres', [
      ...['-D', this.#data, '-p', String(port)],
      ...Object.entries(settings).flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ]);
    this.#child = child;
    this.#reaper.watch(NAME, child.pid ?? 0);
    for (;;) {
      if (child.exitCode !== null || child.pid === undefined) {
        throw new Error(`PostgreSQL did not start:\n${this.#output.join('')}`);
      }
      const failure = await this.#query('SELECT 1').catch(error => error);
      if (!failure) {
        return;
      }
      await sleep(50);
    }
  }

  /** Ends it as an administrator would: who is connected is disconnected. */
  async halt(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGINT');
      await exited;
    }
  }

  async stop(): Promise<void> {
    await this.halt();
    await this.#reaper.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.#directory, 'data');
  }

  async #initialise(): Promise<void> {
    const passwordFile = join(this.#directory, 'password');
    await writeFile(passwordFile, this.connection.password, { mode: 0o600 });
    if (RUN_AS) {
      await chown(passwordFile, RUN_AS.uid, RUN_AS.gid);
    }
    const child = this.#spawn('initdb', [
      ...['-D', this.#data, '-U', USER, '--auth=scram-sha-256'],
      ...[`--pwfile=${passwordFile}`, '--no-sync', '--locale=C', '-E', 'UTF8'],
    ]);
    const [code] = await once(child, 'exit');
    if (code !== 0) {
      throw new Error(`initdb failed (${code}):\n${this.#output.join('')}`);
    }
  }

  #spawn(program: string, args: string[]): ChildProcess {
    const child = spawn(join(this.#programs, program), args, {
      ...RUN_AS,
      cwd: this.#directory,
      // Out of reach of Ctrl-C: the database ends after those who use it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        this.#output = [...this.#output.slice(-50), String(chunk)];
      });
    }
    child.on('error', error => this.#output.push(error.message));
    return child;
  }

  async #query(sql: string): Promise<void> {
    const db = knexFactory({
      client: 'pg',
      connection: { ...this.connection, database: 'postgres' },
      pool: { min: 0, max: 1, propagateCreateError: true },
      // That it refuses connections while it starts is no news.
      log: { warn: () => {}, error: () => {} },
    });
    try {
      await db.raw(sql);
    } finally {
      await db.destroy();
    }
  }
}
