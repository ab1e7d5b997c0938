import path from 'node:path';
import { LeashedProcess } from '../../../../scripts/processes/LeashedProcess';
import { choosePort } from '../../../../scripts/start/addresses';

const PLUGIN_FOLDER = path.resolve(__dirname, '../../../../plugins/tke-cilium');
const PREFERRED_PORT = 3071;

/** The frontend plugin's gallery of canned states, as `yarn start` in its folder serves it. */
export class GalleryServer {
  readonly url: string;
  readonly #process: LeashedProcess;

  private constructor(url: string, child: LeashedProcess) {
    this.url = url;
    this.#process = child;
  }

  /**
   * Starts it and resolves when its code has been compiled.
   *
   * @throws Error with what it printed, when it ends instead or does not compile.
   */
  static async start(): Promise<GalleryServer> {
    const port = await choosePort(PREFERRED_PORT);
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
        ...['package', 'start', '--config', './dev/app-config.yaml'],
      ],
      {
        cwd: PLUGIN_FOLDER,
        env: {
          ...process.env,
          // Playwright's own would make a production build of it.
          NODE_ENV: 'development',
          APP_CONFIG_app_baseUrl: url,
          APP_CONFIG_app_listen_port: String(port),
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
      throw new Error(`The gallery could not be served:\n${log.join('\n')}`);
    }
    return new GalleryServer(url, child);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }
}
