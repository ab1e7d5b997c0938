import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { ScaffolderClient } from './ScaffolderClient';

const TOKEN = 'token-of-the-test';
const PRINTED_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 5;
const SHOWN_CHARACTERS = 8_000;
const TSX = require.resolve('tsx/cli');

/** A process that has loaded a backend, and starts it when it gets a line. */
type Loaded = { child: ChildProcessWithoutNullStreams; output: string };

/** A backend that can be killed and started again on the same database. */
export class BackendProcess {
  readonly client: ScaffolderClient;
  readonly #options: { directory: string; args: string[] };
  readonly #url: string;
  #running?: Loaded;
  /** Waits for its turn: to load takes as long as to start. */
  #next?: Loaded;

  static async create(options: {
    directory: string;
    /** What its catalog has. Without them it has the real catalog, as configured. */
    entities?: Entity[];
    config: JsonObject;
    /** Where its data is. Default: SQLite in the directory. */
    database?: JsonObject;
  }): Promise<BackendProcess> {
    const { directory, config, entities, database } = options;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await writeFile(
      join(directory, 'app-config.yaml'),
      stringify({
        ...config,
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: database ?? {
            client: 'better-sqlite3',
            connection: { directory: join(directory, 'database') },
          },
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'test' } },
            ],
          },
        },
      }),
    );
    return new BackendProcess(
      {
        directory,
        args: entities
          ? [join(__dirname, 'runBackend.ts'), JSON.stringify(entities)]
          : [join(__dirname, 'runCatalogBackend.ts')],
      },
      url,
    );
  }

  private constructor(
    options: { directory: string; args: string[] },
    url: string,
  ) {
    this.#options = options;
    this.#url = url;
    this.client = ScaffolderClient.create({ url, token: TOKEN });
  }

  /** What it answers to somebody who may do everything. */
  async get(path: string): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
  }

  async start(): Promise<void> {
    const backend = this.#next ?? this.#load();
    this.#running = backend;
    this.#next = this.#load();
    backend.child.stdin.write('\n');
    while (backend.child.exitCode === null) {
      const response = await fetch(
        `${this.#url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`The backend did not start:\n${backend.output}`);
  }

  /** Waits until it has printed something since its start that matches. */
  async waitForOutput(line: RegExp): Promise<void> {
    const backend = this.#running;
    const deadline = Date.now() + PRINTED_WITHIN_MS;
    while (!line.test(backend?.output ?? '')) {
      if (backend?.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `It never printed ${line}:\n${backend?.output.slice(
            -SHOWN_CHARACTERS,
          )}`,
        );
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** Ends it as a crash of the host would: nothing is cleaned up. */
  async kill(): Promise<void> {
    await end(this.#running);
    this.#running = undefined;
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    await this.kill();
    await end(this.#next);
    this.#next = undefined;
  }

  #load(): Loaded {
    const { directory, args } = this.#options;
    const child = spawn(
      process.execPath,
      [TSX, ...args, '--config', join(directory, 'app-config.yaml')],
      // NODE_OPTIONS and NODE_ENV are meant for jest. A group of its own: tsx is a parent.
      {
        detached: true,
        env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development' },
      },
    );
    const loaded = { child, output: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        loaded.output += chunk;
      });
    }
    return loaded;
  }
}

async function end(loaded: Loaded | undefined): Promise<void> {
  if (loaded?.child.pid && loaded.child.exitCode === null) {
    const closed = once(loaded.child, 'close');
    process.kill(-loaded.child.pid, 'SIGKILL');
    await closed;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new Error('No free port');
  }
  return address.port;
}
