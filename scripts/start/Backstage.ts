import { LeashedProcess } from '../processes/LeashedProcess';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { addressEnvironment, type Addresses } from './addresses';
import { HELM_PATH } from './demoFiles';

const CLI = require.resolve('@backstage/cli/bin/backstage-cli');
const POLL_MS = 500;

/** The demo's Backstage in development mode, app and backend. */
export class Backstage {
  readonly #process: LeashedProcess;
  readonly #addresses: Addresses;

  private constructor(child: LeashedProcess, addresses: Addresses) {
    this.#process = child;
    this.#addresses = addresses;
  }

  static start(
    addresses: Addresses,
    environment: Record<string, string>,
  ): Backstage {
    const child = LeashedProcess.start(
      process.execPath,
      [CLI, 'repo', 'start', 'app', 'backend'],
      {
        cwd: REPOSITORY_ROOT,
        env: {
          ...process.env,
          ...addressEnvironment(addresses),
          ...environment,
          ...browserEnvironment(),
          // Helm may still be on its way; the path is already final.
          TKE_CILIUM_HELM: HELM_PATH,
          // Behind our pipe it takes itself for unwatched.
          ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
        },
        onLine: line => process.stdout.write(`${line}\n`),
      },
    );
    return new Backstage(child, addresses);
  }

  /** Resolves when both the app and the backend answer. */
  async ready(): Promise<void> {
    await Promise.all([
      answers(this.#addresses.app),
      answers(`${this.#addresses.backend}/.backstage/health/v1/readiness`),
    ]);
  }

  /** Rejects when Backstage ends by itself. */
  async failed(): Promise<never> {
    const exitCode = await this.#process.exited;
    throw new Error(
      `Backstage ended by itself with exit code ${exitCode}; its last lines above tell why.`,
    );
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }
}

// Backstage opens a browser when the app is compiled. Nobody looks at it in CI
// or behind a pipe.
function browserEnvironment(): Record<string, string> {
  return process.stdout.isTTY && !process.env.CI ? {} : { BROWSER: 'none' };
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}
