import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@backstage/config';
import type { HelmFacts } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { unlessAborted } from '../retry/unlessAborted';
import { isHelmError } from './HelmError';
import { HelmSession } from './HelmSession';
import { withPrivateDirectory } from './privateDirectory';
import { whyNotStarted } from './runHelm';

/** Options of {@link HelmClient.session}. @public */
export type HelmSessionOptions = {
  /** The cluster, where one is needed. */
  connection?: { kubeconfig(): Promise<string> };
  signal: AbortSignal;
  /** Takes what Helm prints, line by line. */
  log: (line: string) => void;
};

/** Options of {@link HelmClient.create}. @public */
export type HelmClientOptions = {
  /** The program. Default: the environment variable `TKE_CILIUM_HELM`, else `helm`. */
  command?: string;
  /**
   * Directory with packaged charts (`cilium-1.18.3.tgz`), for hosts that do not reach the chart
   * repository. Looked into first, unless a chart source is asked for.
   */
  chartsDirectory?: string;
};

/**
 * Runs the real Helm, version 4 (3.15 or newer works too).
 *
 * @public
 */
export class HelmClient {
  readonly #command: string;
  readonly #chartsDirectory?: string;

  /** Reads `tkeCilium.helm`. */
  static fromConfig(config: Config): HelmClient {
    return HelmClient.create({
      command: config.getOptionalString('tkeCilium.helm.command'),
      chartsDirectory: config.getOptionalString(
        'tkeCilium.helm.chartsDirectory',
      ),
    });
  }

  static create(options?: HelmClientOptions): HelmClient {
    return new HelmClient(options ?? {});
  }

  private constructor(options: HelmClientOptions) {
    this.#command = options.command || process.env.TKE_CILIUM_HELM || 'helm';
    this.#chartsDirectory = options.chartsDirectory;
  }

  /** Which Helm it is, or why it cannot be run. */
  async facts(signal: AbortSignal): Promise<HelmFacts> {
    const command = this.#command;
    try {
      const version = await this.session({ signal, log: () => {} }, helm =>
        helm.version(),
      );
      return { command, version };
    } catch (error) {
      if (!isHelmError(error)) {
        throw error;
      }
      const failure =
        error.reason === 'NotInstalled'
          ? whyNotStarted(error.cause)
          : error.message;
      return { command, failure };
    }
  }

  /**
   * Why a version of a chart cannot be had, `undefined` when it can: it is fetched from where an
   * install would take it.
   */
  async whyNoChart(
    name: string,
    version: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    try {
      await this.session({ signal, log: () => {} }, helm =>
        helm.fetchChart(undefined, name, version),
      );
      return undefined;
    } catch (error) {
      if (!isHelmError(error)) {
        throw error;
      }
      return error.message;
    }
  }

  /**
   * Runs `work` with a private directory (0700) that holds the kubeconfig (0600), the values and
   * Helm's homes, and that is gone afterwards.
   */
  async session<T>(
    options: HelmSessionOptions,
    work: (helm: HelmSession) => Promise<T>,
  ): Promise<T> {
    const { connection, signal, log } = options;
    return withPrivateDirectory(async directory => {
      let kubeconfigPath: string | undefined;
      if (connection) {
        kubeconfigPath = join(directory, 'kubeconfig');
        const kubeconfig = await unlessAborted(connection.kubeconfig(), signal);
        await writeFile(kubeconfigPath, kubeconfig, { mode: 0o600 });
      }
      return work(
        HelmSession.create({
          command: this.#command,
          chartsDirectory: this.#chartsDirectory,
          directory,
          kubeconfigPath,
          signal,
          log,
        }),
      );
    });
  }
}
