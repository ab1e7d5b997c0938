import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Entity } from '@backstage/catalog-model';
import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { freePort, Reaper } from '@tke-cilium/local-cluster';
import { PostgresConnection } from '@tke-cilium/local-postgres';
import { stringify } from 'yaml';

const TOKEN = 'token-of-the-test';
const TSX = require.resolve('tsx/cli');
const RUNNER = join(__dirname, 'runReplica.ts');
const SHIFT_CLOCK = pathToFileURL(join(__dirname, 'shiftClock.mjs')).href;

/** Options of {@link ReplicaProcess}. */
export type ReplicaProcessOptions = {
  directory: string;
  clusters: { id: string; kubeconfig: { path: string } }[];
  database: PostgresConnection;
  /** How wrong its wall clock is. */
  clockShiftMs?: number;
};

/** One of several Backstage backends on one database. */
export class ReplicaProcess {
  readonly url: string;
  readonly #options: ReplicaProcessOptions;
  readonly #reaper = Reaper.start(['backend']);
  #child: ChildProcess | undefined;
  #log = '';

  static async create(options: ReplicaProcessOptions): Promise<ReplicaProcess> {
    const { directory, clusters, database } = options;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await mkdir(directory, { recursive: true });
    await writeFile(
      join(directory, 'app-config.yaml'),
      stringify({
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: { client: 'pg', connection: database },
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'test' } },
            ],
          },
        },
        events: { useEventBus: 'always' },
        tkeCilium: { clusters },
      }),
      { mode: 0o600 },
    );
    return new ReplicaProcess(options, url);
  }

  private constructor(options: ReplicaProcessOptions, url: string) {
    this.#options = options;
    this.url = url;
  }

  /** What it wrote since it was started. */
  get log(): string {
    return this.#log;
  }

  /** The id under which it joined last. */
  get replicaId(): string | undefined {
    return [...this.#log.matchAll(/Joined as replica ([0-9a-f-]{36})/g)].at(
      -1,
    )?.[1];
  }

  async start(): Promise<void> {
    const { directory, clusters, clockShiftMs } = this.#options;
    this.#log = '';
    const child = spawn(
      process.execPath,
      [
        TSX,
        RUNNER,
        JSON.stringify(clusters.map(({ id }) => entityOf(id))),
        ...['--config', join(directory, 'app-config.yaml')],
      ],
      // NODE_OPTIONS and NODE_ENV are meant for jest. A group of its own: tsx is a parent.
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          NODE_OPTIONS: clockShiftMs ? `--import=${SHIFT_CLOCK}` : '',
          CLOCK_SHIFT_MS: String(clockShiftMs),
        },
      },
    );
    this.#child = child;
    // The whole group: it must not outlive a test run that is killed.
    this.#reaper.watch('backend', -(child.pid ?? 0));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        this.#log += chunk;
      });
    }
    while (child.exitCode === null) {
      const response = await fetch(
        `${this.url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`The backend did not start:\n${this.#log}`);
  }

  /** SIGSTOP and SIGCONT: it stands still, and keeps its connections. */
  pause(): void {
    this.#signal('SIGSTOP');
  }

  resume(): void {
    this.#signal('SIGCONT');
  }

  /** Ends it as a crash of the host would: nothing is cleaned up. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it as an orchestrator would. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async dispose(): Promise<void> {
    await this.kill();
    await this.#reaper.stop();
  }

  async cluster(clusterId: string): Promise<ClusterResponse> {
    const response = await fetch(
      `${this.url}/api/tke-cilium/v1/clusters/${clusterId}`,
      {
        headers: { authorization: `Bearer ${TOKEN}` },
        signal: AbortSignal.timeout(10_000),
      },
    );
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${clusterId}: ${response.status} ${text}`);
    }
    return JSON.parse(text);
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#child?.pid && this.#child.exitCode === null) {
      process.kill(-this.#child.pid, signal);
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      this.#signal(signal);
      await closed;
    }
    this.#child = undefined;
  }
}

function entityOf(clusterId: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: clusterId,
      annotations: { 'tencentcloud.com/cluster-id': clusterId },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
  };
}
