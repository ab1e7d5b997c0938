import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  freePort,
  resolveBinaries,
  resolveCiliumChart,
} from '@tke-cilium/local-cluster';
import { stringify } from 'yaml';
import { LeashedProcess } from '../../processes/LeashedProcess';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { backendSection, TOKEN } from './backendSection';

const RUNNER = path.join(__dirname, 'runScaffolder.ts');
const TEMPLATE = 'examples/templates/tke-cilium-cluster/template.yaml';
const TEMPLATE_PATH = '/by-name/template/default/tke-cilium-cluster';
const LOOK_EVERY_MS = 100;
const LINES_OF_LOG = 40;

type Task = { id: string; status: string };

/** A Backstage with the template of a cluster, in a process of its own. */
export class ScaffolderBackend {
  readonly #url: string;
  readonly #directory: string;
  readonly #process: LeashedProcess;
  readonly #lines: string[];

  /**
   * Starts it, and resolves when the catalog has the template.
   *
   * @param environment - configuration of its account and its catalog
   */
  static async start(
    environment: Record<string, string>,
  ): Promise<ScaffolderBackend> {
    const directory = await mkdtemp(path.join(tmpdir(), 'tke-cilium-flow-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const configPath = path.join(directory, 'app-config.yaml');
    await writeFile(
      configPath,
      stringify({
        app: { baseUrl: url },
        backend: backendSection({ url, port, directory }),
        catalog: {
          rules: [{ allow: ['Template', 'Resource'] }],
          locations: [
            { type: 'file', target: path.join(REPOSITORY_ROOT, TEMPLATE) },
          ],
        },
        tkeCilium: {
          helm: {
            command: (await resolveBinaries()).helm,
            chartsDirectory: path.dirname(await resolveCiliumChart()),
          },
        },
      }),
      { mode: 0o600 },
    );
    const lines: string[] = [];
    const leashed = LeashedProcess.start(
      process.execPath,
      ['--import=tsx', RUNNER, '--config', configPath],
      {
        cwd: REPOSITORY_ROOT,
        env: { ...process.env, ...environment, NODE_ENV: 'production' },
        onLine: line => {
          lines.push(line);
          lines.splice(0, lines.length - LINES_OF_LOG);
        },
      },
    );
    const backend = new ScaffolderBackend(url, directory, leashed, lines);
    await backend.#untilReady();
    return backend;
  }

  private constructor(
    url: string,
    directory: string,
    leashed: LeashedProcess,
    lines: string[],
  ) {
    this.#url = url;
    this.#directory = directory;
    this.#process = leashed;
    this.#lines = lines;
  }

  /**
   * Fills in the form, and resolves when the task has completed.
   *
   * @throws Error with the end of the backend's log when the task fails
   */
  async makeCluster(values: object): Promise<void> {
    const tasks = '/api/scaffolder/v2/tasks';
    const { id } = await this.#request<Task>('POST', tasks, {
      templateRef: 'template:default/tke-cilium-cluster',
      values,
    });
    for (;;) {
      const { status } = await this.#request<Task>('GET', `${tasks}/${id}`);
      if (status === 'completed') {
        return;
      }
      if (status !== 'open' && status !== 'processing') {
        throw new Error(`The task ${status}:\n${this.#lines.join('\n')}`);
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    let ended = false;
    this.#process.exited.then(() => {
      ended = true;
    });
    while (!ended) {
      const isThere = await this.#request(
        'GET',
        `/api/catalog/entities${TEMPLATE_PATH}`,
      ).then(
        () => true,
        () => false,
      );
      if (isThere) {
        return;
      }
      await sleep(LOOK_EVERY_MS);
    }
    throw new Error(`The backend did not start:\n${this.#lines.join('\n')}`);
  }

  async #request<Body>(
    method: string,
    address: string,
    body?: object,
  ): Promise<Body> {
    const response = await fetch(this.#url + address, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${address}: ${response.status} ${await response.text()}`,
      );
    }
    return (await response.json()) as Body;
  }
}
