import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@tke-cilium/local-cluster';
import { LeashedProcess } from '../processes/LeashedProcess';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { addressEnvironment, type Addresses } from '../start/addresses';
import { npmRegistrySettings } from '../toolchain/npm.mjs';
import { runCommand } from '../toolchain/runCommand.mjs';
import { registryEnvironment } from '../toolchain/toolEnvironment.mjs';
import { addToAppConfig } from './appConfig';
import { yarnSettings } from './yarnSettings';

const SQLITE = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

/** Options of {@link FreshApp.create}. */
export type FreshAppOptions = {
  /** Where it goes. */
  folder: string;
  /** Where the packages of this repository come from. */
  registryUrl: string;
  /** Added to the environment of all that runs in it. */
  env: Record<string, string>;
};

/** A Backstage app as `@backstage/create-app` makes it, with nothing of this repository in it. */
export class FreshApp {
  readonly folder: string;
  readonly addresses: Addresses;
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: string[] = [];
  #process?: LeashedProcess;

  private constructor(
    folder: string,
    addresses: Addresses,
    env: NodeJS.ProcessEnv,
  ) {
    this.folder = folder;
    this.addresses = addresses;
    this.#env = env;
  }

  static async create(options: FreshAppOptions): Promise<FreshApp> {
    const addresses = {
      app: `http://localhost:${await freePort()}`,
      backend: `http://localhost:${await freePort()}`,
    };
    const app = new FreshApp(options.folder, addresses, {
      ...process.env,
      ...registryEnvironment(await npmRegistrySettings()),
      ...options.env,
      ...addressEnvironment(addresses),
      APP_CONFIG_app_listen_host: '127.0.0.1',
      APP_CONFIG_backend_listen_host: '127.0.0.1',
      BROWSER: 'none',
      // Our own yarn, whose cache and lock file are there already.
      YARN_IGNORE_PATH: '1',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      // Compiling better-sqlite3 takes a minute, and is not what is looked at.
      YARN_ENABLE_SCRIPTS: 'false',
    });
    await app.#generate();
    await app.#useVersionsOfThisRepository();
    await app.#useRegistry(options.registryUrl);
    return app;
  }

  /**
   * Runs a command of a shell in its folder.
   *
   * @throws Error with what it printed when it fails
   */
  async run(command: string): Promise<void> {
    const { code, output } = await runCommand('bash', ['-ec', command], {
      cwd: this.folder,
      env: this.#env,
    });
    if (code !== 0) {
      throw new Error(`"${command}" failed in a fresh app:\n${output}`);
    }
  }

  /** Adds lines to a file of the app: settings to its configuration, code to its backend. */
  async edit(file: string, text: string): Promise<void> {
    const target = path.join(this.folder, file);
    const before = await readFile(target, 'utf8');
    const after = /\.yaml$/.test(file)
      ? addToAppConfig(before, text)
      : before.replace('backend.start();', () => `${text}\n\nbackend.start();`);
    if (after === before) {
      throw new Error(
        `There is no place in ${file} of a fresh app for ${text}`,
      );
    }
    await writeFile(target, after);
  }

  /** Starts it with `command` and resolves when app and backend answer. */
  async start(command: string): Promise<void> {
    await cp(
      path.join(REPOSITORY_ROOT, SQLITE),
      path.join(this.folder, SQLITE),
    );
    const child = LeashedProcess.start('bash', ['-ec', `exec ${command}`], {
      cwd: this.folder,
      env: this.#env,
      onLine: line => this.#log.push(line),
    });
    this.#process = child;
    await Promise.race([
      Promise.all([
        answers(this.addresses.app),
        answers(`${this.addresses.backend}/.backstage/health/v1/readiness`),
      ]),
      child.exited.then(code => {
        throw new Error(`"${command}" ended with ${code}:\n${this.log}`);
      }),
    ]);
  }

  /** What it has printed since it was started. */
  get log(): string {
    return this.#log.join('\n');
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
  }

  async #generate(): Promise<void> {
    const createApp = require.resolve(
      '@backstage/create-app/bin/backstage-create-app',
    );
    const { code, output } = await runCommand(
      process.execPath,
      [createApp, '--skip-install', '--path', this.folder],
      { env: { ...this.#env, BACKSTAGE_APP_NAME: 'fresh' } },
    );
    if (code !== 0) {
      throw new Error(`create-app failed:\n${output}`);
    }
  }

  /** Other versions than those we test with may be broken today, or not there. */
  async #useVersionsOfThisRepository(): Promise<void> {
    await cp(
      path.join(REPOSITORY_ROOT, 'yarn.lock'),
      path.join(this.folder, 'yarn.lock'),
    );
    const { resolutions } = await readJson(
      path.join(REPOSITORY_ROOT, 'package.json'),
    );
    const manifest = path.join(this.folder, 'package.json');
    await writeFile(
      manifest,
      JSON.stringify({ ...(await readJson(manifest)), resolutions }, null, 2),
    );
  }

  async #useRegistry(url: string): Promise<void> {
    await writeFile(
      path.join(this.folder, '.yarnrc.yml'),
      await yarnSettings(url),
    );
    const allowed = this.#env.YARN_UNSAFE_HTTP_WHITELIST;
    this.#env.YARN_UNSAFE_HTTP_WHITELIST = ['127.0.0.1', allowed ?? []]
      .flat()
      .join(',');
  }
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
