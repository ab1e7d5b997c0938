import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ClusterResponse,
  ClustersResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { freePort } from '@tke-cilium/local-cluster';
import { stringify } from 'yaml';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { backendConfig } from './backendConfig';
import { TOKEN } from './backendSection';
import type { BenchCluster } from './BenchCluster';
import { clusterEntity, PEER_ENTITY } from './clusterEntities';
import type { Answer, Answers, Question } from './questions';

const RUNNER = path.join(__dirname, 'runBackend.ts');
const READY_WITHIN_MS = 600_000;

/** The bench's Backstage, in a process of its own. */
export class BenchBackend {
  readonly url: string;
  /** The same cluster under many ids. */
  readonly clusterIds: string[];
  readonly headers = { authorization: `Bearer ${TOKEN}` };
  readonly #directory: string;
  readonly #child: ChildProcess;
  readonly #startedMs = performance.now();
  readonly #waiting = new Map<number, (answer: Answer['answer']) => void>();
  #questions = 0;

  /**
   * Starts it, and resolves when it answers.
   *
   * @param clusters - the ids under which it watches the cluster
   * @param app - whether it also serves the app, and what the app needs
   */
  static async start(
    cluster: BenchCluster,
    clusters: number,
    app = false,
  ): Promise<BenchBackend> {
    const directory = await mkdtemp(path.join(tmpdir(), 'tke-cilium-bench-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const clusterIds = Array.from(
      { length: clusters },
      (_, index) => `cls-bench${String(index).padStart(3, '0')}`,
    );
    const configPath = path.join(directory, 'app-config.yaml');
    const entities = [PEER_ENTITY, ...clusterIds.map(clusterEntity)];
    const entitiesPath = path.join(directory, 'entities.yaml');
    if (app) {
      await writeFile(
        entitiesPath,
        entities.map(entity => stringify(entity)).join('---\n'),
      );
    }
    const config = await backendConfig({
      url,
      port,
      directory,
      clusterIds,
      trackerKubeconfig: cluster.trackerAccess.link.kubeconfigPath,
      peerKubeconfig: cluster.peerAccess.link.kubeconfigPath,
      ...(app && { entitiesPath }),
    });
    await writeFile(configPath, stringify(config), { mode: 0o600 });
    const log = await open(path.join(directory, 'backend.log'), 'w');
    const child = fork(
      RUNNER,
      [app ? 'app' : JSON.stringify(entities), ...['--config', configPath]],
      {
        cwd: REPOSITORY_ROOT,
        // Code that was not used for a while is dropped by a collection, and a backend with more to
        // do collects more often. It looked as if ten clusters took no more than one.
        execArgv: ['--import=tsx', '--expose-gc', '--no-flush-bytecode'],
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', log.fd, log.fd, 'ipc'],
      },
    );
    await log.close();
    const backend = new BenchBackend(url, clusterIds, directory, child);
    await backend.#untilAnswering();
    return backend;
  }

  private constructor(
    url: string,
    clusterIds: string[],
    directory: string,
    child: ChildProcess,
  ) {
    this.url = url;
    this.clusterIds = clusterIds;
    this.#directory = directory;
    this.#child = child;
    child.on('message', ({ id, answer }: Answer) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
  }

  /** Since its process was started. */
  get ageMs(): number {
    return performance.now() - this.#startedMs;
  }

  async ask<What extends keyof Answers>(what: What): Promise<Answers[What]> {
    const id = (this.#questions += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, answer => resolve(answer as Answers[What]));
      const question: Question = { id, what };
      this.#child.send(question, error => error && reject(error));
    });
  }

  /** The state of one of its clusters, as a page gets it. */
  async cluster(clusterId = this.clusterIds[0]): Promise<ClusterResponse> {
    return this.#get(`/api/tke-cilium/v1/clusters/${clusterId}`);
  }

  /** Resolves when it has seen the whole of every cluster. */
  async untilAllAreSeen(nodes: number): Promise<void> {
    const deadline = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const { items } = await this.#get<ClustersResponse>(
        '/api/tke-cilium/v1/clusters',
      );
      const unseen = items.filter(item => item.nodes?.total !== nodes);
      if (unseen.length === 0) {
        return;
      }
      if (performance.now() > deadline) {
        throw new Error(
          `${unseen.length} of ${items.length} clusters were not seen in ${
            READY_WITHIN_MS / 1000
          } s: ${JSON.stringify(unseen[0])}\n${await this.#logTail()}`,
        );
      }
      await sleep(100);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exited = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await exited;
    }
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #get<Body>(address: string): Promise<Body> {
    const response = await fetch(this.url + address, {
      headers: this.headers,
    });
    if (!response.ok) {
      throw new Error(
        `GET ${address}: ${response.status} ${await response.text()}`,
      );
    }
    return (await response.json()) as Body;
  }

  async #untilAnswering(): Promise<void> {
    while (this.#child.exitCode === null) {
      const response = await fetch(
        `${this.url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      await sleep(50);
    }
    throw new Error(`The backend did not start:\n${await this.#logTail()}`);
  }

  async #logTail(): Promise<string> {
    const log = await readFile(path.join(this.#directory, 'backend.log'));
    return log.toString('utf8').slice(-4000);
  }
}
