import { ChildProcess, spawn } from 'node:child_process';
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
const KILLED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 5;
const SHOWN_CHARACTERS = 8_000;
const TSX = require.resolve('tsx/cli');

/** A backend that can be killed and started again on the same database. */
export class BackendProcess {
  readonly client: ScaffolderClient;
  readonly #options: { directory: string; args: string[] };
  readonly #url: string;
  #child?: ChildProcess;
  #output = '';

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

  async start(): Promise<void> {
    const { directory, args } = this.#options;
    this.#output = '';
    const child = spawn(
      process.execPath,
      [TSX, ...args, '--config', join(directory, 'app-config.yaml')],
      // NODE_OPTIONS and NODE_ENV are meant for jest. A group of its own: tsx is a parent.
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
        env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development' },
      },
    );
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        this.#output += chunk;
      });
    }
    await this.#ready(child);
  }

  /** Kills it the moment it has printed something since its start that matches. */
  async killAt(line: RegExp): Promise<void> {
    const child = this.#child;
    const deadline = Date.now() + KILLED_WITHIN_MS;
    while (!line.test(this.#output)) {
      if (child?.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `It never printed ${line}:\n${this.#output.slice(-SHOWN_CHARACTERS)}`,
        );
      }
      await sleep(LOOK_EVERY_MS);
    }
    await this.kill();
  }

  /** Ends it as a crash of the host would: nothing is cleaned up. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid && child.exitCode === null) {
      const closed = once(child, 'close');
      process.kill(-child.pid, 'SIGKILL');
      await closed;
    }
  }

  async #ready(child: ChildProcess): Promise<void> {
    while (child.exitCode === null) {
      const response = await fetch(
        `${this.#url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`The backend did not start:\n${this.#output}`);
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
