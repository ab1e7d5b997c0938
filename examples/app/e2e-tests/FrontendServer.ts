import path from 'node:path';
import { freePort } from '@tke-cilium/local-cluster';
import { LeashedProcess } from '../../../scripts/processes/LeashedProcess';

const REPOSITORY_ROOT = path.resolve(__dirname, '../../..');

/** A frontend package in development mode, as `yarn start` in its folder serves it. */
export class FrontendServer {
  readonly url: string;
  readonly #process: LeashedProcess;

  private constructor(url: string, child: LeashedProcess) {
    this.url = url;
    this.#process = child;
  }

  /**
   * Starts it and resolves when its code has been compiled.
   *
   * @param options - `folder` of the package, in the repository; `config`, in that folder
   * @throws Error with what it printed, when it ends instead or does not compile.
   */
  static async start(options: {
    folder: string;
    config: string;
    environment?: Record<string, string>;
  }): Promise<FrontendServer> {
    const { folder, config, environment } = options;
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const log: string[] = [];
    let compiled = (_: boolean) => {};
    const compilation = new Promise<boolean>(resolve => {
      compiled = resolve;
    });
    const child = LeashedProcess.start(
      process.execPath,
      [
        require.resolve('@backstage/cli/bin/backstage-cli'),
        ...['package', 'start', '--config', config],
      ],
      {
        cwd: path.join(REPOSITORY_ROOT, folder),
        env: {
          ...process.env,
          // Playwright's own would make a production build of it.
          NODE_ENV: 'development',
          APP_CONFIG_app_baseUrl: url,
          APP_CONFIG_app_listen_port: String(port),
          ...environment,
        },
        onLine: line => {
          log.push(line);
          if (/compiled/.test(line)) {
            compiled(/successfully/.test(line));
          }
        },
      },
    );
    const isFine = await Promise.race([
      compilation,
      child.exited.then(() => false),
    ]);
    if (!isFine) {
      await child.stop();
      throw new Error(`${folder} could not be served:\n${log.join('\n')}`);
    }
    return new FrontendServer(url, child);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }
}
