import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import {
  CILIUM_NAMESPACE,
  CILIUM_RELEASE,
  HelmValues,
  parseVersion,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { parse } from 'yaml';
import {
  Chart,
  chartFile,
  CILIUM_CHART_REPOSITORY,
  ChartSource,
  describeChartSource,
  pullArguments,
} from './ChartSource';
import { HelmError } from './HelmError';
import { runHelm } from './runHelm';

const READ_TIMEOUT_MS = 2 * 60 * 1000;
/** It only prints a line; a machine may be busy. */
const VERSION_TIMEOUT_MS = 30 * 1000;
const CHANGE_TIMEOUT_MS = 5 * 60 * 1000;
/** A release's storage object takes half of what one Secret can hold, so few are kept. */
const HISTORY_LENGTH = 5;

type SessionOptions = {
  command: string;
  chartsDirectory?: string;
  directory: string;
  kubeconfigPath?: string;
  signal: AbortSignal;
  log: (line: string) => void;
};

/** Options of {@link HelmSession.upgrade}. @public */
export type HelmUpgradeOptions = {
  chart: Chart;
  /** All of them: the values of the deployed revision do not count. */
  values: HelmValues;
  /** On the storage object of the revision. */
  labels: Record<string, string>;
};

/**
 * Helm on one cluster, with one private directory.
 *
 * @remarks
 * Never `--wait`: an empty cluster would never be ready for Helm, and Helm's idea of ready is not
 * ours. Never `--set`: arguments are visible to every process of the host.
 *
 * @public
 */
export class HelmSession {
  readonly #options: SessionOptions;

  /** @internal */
  static create(options: SessionOptions): HelmSession {
    return new HelmSession(options);
  }

  private constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Helm's own version, for example `v4.1.4`. */
  async version(): Promise<string> {
    const printed = await this.#run(
      'Asking Helm for its version',
      ['version', '--template', '{{.Version}}'],
      VERSION_TIMEOUT_MS,
    );
    const version = printed.trim();
    if (!parseVersion(version)) {
      throw new HelmError(
        'Failed',
        `it says "${version.slice(0, 80)}" when it is asked for its version`,
      );
    }
    return version;
  }

  /**
   * Fetches a chart once, so that everything after it works on the same file.
   *
   * @param source - default: the configured directory when it has the chart, else Cilium's own
   * repository
   *
   * @throws `HelmError` with reason `VersionMismatch` when the chart is not the one asked for
   */
  async fetchChart(
    source: ChartSource | undefined,
    name: string,
    version: string,
  ): Promise<Chart> {
    const chosen = source ?? (await this.#defaultSource(name, version));
    const path =
      'path' in chosen
        ? await chartFile(chosen.path)
        : await this.#pull(chosen, name, version);
    const found: { name?: string; version?: string } = parse(
      await this.#read(`Reading ${describeChartSource(chosen)}`, [
        'show',
        'chart',
        path,
      ]),
    );
    if (found.name !== name || found.version !== version) {
      throw new HelmError(
        'VersionMismatch',
        `${describeChartSource(chosen)} is the chart ${found.name} ${
          found.version
        }, but ${name} ${version} was asked for. Ask for that version, or give the chart of the version you want.`,
      );
    }
    return { path, name, version };
  }

  /** The chart's own `values.yaml`. */
  async chartValues(chart: Chart): Promise<HelmValues> {
    return parse(
      await this.#read(`Reading the values of ${chart.name} ${chart.version}`, [
        'show',
        'values',
        chart.path,
      ]),
    );
  }

  /** `helm upgrade --install` of the Cilium release. Prints to the log. */
  async upgrade(options: HelmUpgradeOptions): Promise<void> {
    await this.#run(
      this.#operation(options.chart),
      await this.#upgradeArguments(options),
      CHANGE_TIMEOUT_MS,
      line => this.#options.log(line),
    );
  }

  /** The manifest that {@link HelmSession.upgrade} would deploy, without its Secrets. */
  async upgradeDryRun(options: HelmUpgradeOptions): Promise<string> {
    const output = await this.#read(
      `${this.#operation(options.chart)} (dry run)`,
      [
        ...(await this.#upgradeArguments(options)),
        '--dry-run=server',
        '--hide-secret',
        '--output',
        'json',
      ],
    );
    return JSON.parse(output).manifest;
  }

  /** Goes back to a revision that was deployed. */
  async rollback(revision: number): Promise<void> {
    await this.#run(
      `Helm rollback of ${CILIUM_RELEASE} to revision ${revision}`,
      [
        'rollback',
        CILIUM_RELEASE,
        String(revision),
        '--namespace',
        CILIUM_NAMESPACE,
        '--history-max',
        String(HISTORY_LENGTH),
      ],
      CHANGE_TIMEOUT_MS,
      line => this.#options.log(line),
    );
  }

  /**
   * Removes the release and waits until its objects are gone: an install right afterwards fails
   * while the namespace `cilium-secrets` is being terminated.
   */
  async uninstall(): Promise<void> {
    await this.#run(
      `Helm uninstall of ${CILIUM_RELEASE}`,
      [
        'uninstall',
        CILIUM_RELEASE,
        '--namespace',
        CILIUM_NAMESPACE,
        '--ignore-not-found',
        '--wait',
        '--timeout',
        '2m',
      ],
      CHANGE_TIMEOUT_MS,
      line => this.#options.log(line),
    );
  }

  async #defaultSource(name: string, version: string): Promise<ChartSource> {
    const { chartsDirectory } = this.#options;
    if (chartsDirectory) {
      const path = resolve(chartsDirectory, `${name}-${version}.tgz`);
      if (await exists(path)) {
        return { path };
      }
    }
    return { repository: CILIUM_CHART_REPOSITORY };
  }

  async #pull(
    source: { repository: string } | { oci: string },
    name: string,
    version: string,
  ): Promise<string> {
    const directory = join(this.#options.directory, 'chart');
    await mkdir(directory, { recursive: true });
    await this.#read(
      `Download of the chart ${name} ${version} from ${describeChartSource(
        source,
      )}`,
      [
        'pull',
        ...pullArguments(source, name, version),
        '--destination',
        directory,
      ],
    );
    const [file] = (await readdir(directory)).filter(each =>
      each.endsWith('.tgz'),
    );
    return join(directory, file);
  }

  #operation(chart: Chart): string {
    return `Helm upgrade --install of ${CILIUM_RELEASE} to chart ${chart.version}`;
  }

  async #upgradeArguments(options: HelmUpgradeOptions): Promise<string[]> {
    const valuesPath = join(this.#options.directory, 'values.json');
    // JSON is YAML.
    await writeFile(valuesPath, JSON.stringify(options.values), {
      mode: 0o600,
    });
    const labels = Object.entries(options.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(',');
    return [
      'upgrade',
      '--install',
      CILIUM_RELEASE,
      options.chart.path,
      '--namespace',
      CILIUM_NAMESPACE,
      '--reset-values',
      '--values',
      valuesPath,
      '--labels',
      labels,
      '--history-max',
      String(HISTORY_LENGTH),
    ];
  }

  async #read(operation: string, args: string[]): Promise<string> {
    return this.#run(operation, args, READ_TIMEOUT_MS);
  }

  async #run(
    operation: string,
    args: string[],
    timeoutMs: number,
    onLine?: (line: string) => void,
  ): Promise<string> {
    const { command, directory, kubeconfigPath, signal } = this.#options;
    return runHelm({
      command,
      args,
      operation,
      directory,
      kubeconfigPath,
      signal,
      timeoutMs,
      onLine,
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
