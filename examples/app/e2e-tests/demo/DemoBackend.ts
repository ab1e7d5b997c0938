import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LeashedProcess } from '../../../../scripts/processes/LeashedProcess';
import { addressEnvironment } from '../../../../scripts/start/addresses';

const BACKEND_FOLDER = path.resolve(__dirname, '../../../backend');
const POLL_MS = 200;

/** Options of {@link DemoBackend.start}. */
export type DemoBackendOptions = {
  port: number;
  clustersFolder: string;
  databaseFolder: string;
  chartsFolder: string;
  helm: string;
  /** Configuration of the demo's account of Tencent Cloud. */
  environment: Record<string, string>;
};

/** The demo's backend, which also serves the built app. */
export class DemoBackend {
  readonly url: string;
  readonly #process: LeashedProcess;
  readonly #log: string[];

  private constructor(url: string, child: LeashedProcess, log: string[]) {
    this.url = url;
    this.#process = child;
    this.#log = log;
  }

  /**
   * Starts it and resolves when it answers.
   *
   * @throws Error with what it printed, when it ends instead.
   */
  static async start(options: DemoBackendOptions): Promise<DemoBackend> {
    const url = `http://localhost:${options.port}`;
    const log: string[] = [];
    await mkdir(options.databaseFolder, { recursive: true });
    const child = LeashedProcess.start(
      process.execPath,
      [
        '--enable-source-maps',
        `--require=${require.resolve(
          '@backstage/cli-node/config/nodeTransform.cjs',
        )}`,
        'src/index',
        '--config=../../app-config.yaml',
      ],
      {
        cwd: BACKEND_FOLDER,
        env: {
          ...process.env,
          ...addressEnvironment({ app: url, backend: url }),
          // The guest sign-in is for development only.
          NODE_ENV: 'development',
          TKE_CILIUM_CLUSTERS_DIRECTORY: options.clustersFolder,
          TKE_CILIUM_DATABASE_DIRECTORY: options.databaseFolder,
          TKE_CILIUM_CHARTS_DIRECTORY: options.chartsFolder,
          TKE_CILIUM_HELM: options.helm,
          ...options.environment,
        },
        onLine: line => log.push(line),
      },
    );
    const backend = new DemoBackend(url, child, log);
    await Promise.race([backend.#ready(), backend.#failed()]);
    return backend;
  }

  /** Everything that the backend has printed. */
  get log(): string {
    return this.#log.join('\n');
  }

  /** What the backend printed with this text in it. */
  linesWith(text: string): string[] {
    return this.#log.filter(line => line.includes(text));
  }

  /** Keeps what the backend printed, for whoever looks at a failed test. */
  async writeLog(file: string): Promise<void> {
    await writeFile(file, this.log);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }

  async #ready(): Promise<void> {
    const health = `${this.url}/.backstage/health/v1/readiness`;
    for (;;) {
      const response = await fetch(health).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }

  async #failed(): Promise<never> {
    const exitCode = await this.#process.exited;
    throw new Error(
      `The backend ended with exit code ${exitCode}:\n${this.log}`,
    );
  }
}
