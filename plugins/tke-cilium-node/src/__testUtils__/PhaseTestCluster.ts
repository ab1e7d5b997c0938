import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ConfigReader } from '@backstage/config';
import {
  type FaultProxy,
  type LocalCluster,
  type LocalClusterOptions,
  type ProxyRule,
  resolveBinaries,
  resolveCiliumChart,
  startFaultProxy,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import { parse } from 'yaml';
import { type ClusterConnection } from '../connections/ClusterConnections';
import { ConfigClusterConnections } from '../connections/ConfigClusterConnections';
import { HelmClient } from '../helm/HelmClient';
import { listAll } from '../kubernetes/listAll';
import type { KubernetesObject } from '../kubernetes/types';
import { PhaseContext } from '../phases/Phase';
import { KilledPhase, PhaseProcess } from './PhaseProcess';
import { readWholeCluster, type WholeObject } from './readWholeCluster';

/** A local cluster with what the tests of the phases need around it. */
export class PhaseTestCluster {
  readonly cluster: LocalCluster;
  readonly helm: HelmClient;
  readonly helmCommand: string;
  /** Path of the packaged Cilium chart. */
  readonly chart: string;
  /** Every line that any phase logged. */
  readonly logged: string[] = [];
  #proxy?: FaultProxy;

  static async start(options: LocalClusterOptions = {}) {
    // Not by its id: two clusters of a test may have the same.
    const directory = await mkdtemp(join(tmpdir(), 'tke-cilium-test-'));
    const [cluster, binaries, chart] = await Promise.all([
      startLocalCluster({ directory, ...options }),
      resolveBinaries(),
      resolveCiliumChart(),
    ]);
    return new PhaseTestCluster(cluster, binaries.helm, chart);
  }

  private constructor(
    cluster: LocalCluster,
    helmCommand: string,
    chart: string,
  ) {
    this.cluster = cluster;
    this.helmCommand = helmCommand;
    this.helm = HelmClient.create({ command: helmCommand });
    this.chart = chart;
  }

  async connection(
    kubeconfigPath = this.cluster.kubeconfigPath,
  ): Promise<ClusterConnection> {
    return ConfigClusterConnections.fromConfig(
      new ConfigReader({
        tkeCilium: {
          clusters: [
            { id: this.cluster.id, kubeconfig: { path: kubeconfigPath } },
          ],
        },
      }),
    ).connect(this.cluster.id);
  }

  async context(
    options: {
      kubeconfigPath?: string;
      signal?: AbortSignal;
      dryRun?: boolean;
      onLine?: (line: string) => void;
    } = {},
  ): Promise<PhaseContext> {
    const say = (line: string) => {
      this.logged.push(line);
      options.onLine?.(line);
    };
    return {
      connection: await this.connection(options.kubeconfigPath),
      signal: options.signal ?? new AbortController().signal,
      dryRun: options.dryRun ?? false,
      log: { info: say, warn: say },
    };
  }

  /** A proxy in front of the API server, one for the whole test. */
  async proxy(): Promise<FaultProxy> {
    this.#proxy ??= await startFaultProxy({
      kubeconfigPath: this.cluster.kubeconfigPath,
    });
    return this.#proxy;
  }

  /**
   * Runs a phase in a process of its own and kills it while a certain request of it is on its way, so
   * that it cannot get past that line however fast or slow this machine is.
   *
   * @param at - the request, and whether it hangs or arrives later: the latter for a Helm that lives on
   */
  async kill(
    phase: string,
    input: object,
    at: Omit<ProxyRule, 'onHit'>,
    options: { withHelm?: boolean } = {},
  ): Promise<KilledPhase> {
    const { withHelm = true } = options;
    const proxy = await this.proxy();
    const running = PhaseProcess.start({
      phase,
      input,
      clusterId: this.cluster.id,
      kubeconfigPath: proxy.kubeconfigPath,
      helmCommand: this.helmCommand,
      temporaryDirectory: this.cluster.directory,
    });
    // It cannot have sent anything yet.
    proxy.inject({ ...at, onHit: () => running.kill({ withHelm }) });
    try {
      return await running.ended();
    } finally {
      proxy.heal();
    }
  }

  /** Every object of the cluster, by what it is called. */
  async everything(): Promise<Map<string, WholeObject>> {
    const { kubernetes } = await this.connection();
    return readWholeCluster(kubernetes);
  }

  /** What would have changed if two of these differ. */
  async resourceVersions(): Promise<Record<string, string | undefined>> {
    const everything = await this.everything();
    return Object.fromEntries(
      [...everything.keys()]
        .sort()
        .map(name => [name, everything.get(name)?.metadata.resourceVersion]),
    );
  }

  /** {@link PhaseTestCluster.resourceVersions} as soon as the controllers have nothing left to do. */
  async settled(): Promise<Record<string, string | undefined>> {
    let before = await this.resourceVersions();
    let quietSince = Date.now();
    while (Date.now() - quietSince < (await this.#quietMs())) {
      await sleep(700);
      const after = await this.resourceVersions();
      if (!isDeepStrictEqual(after, before)) {
        before = after;
        quietSince = Date.now();
      }
    }
    return before;
  }

  /** For how long nothing happens before it is sure that nothing will. */
  async #quietMs(): Promise<number> {
    const { kubernetes } = await this.connection();
    const pods = await listAll<
      KubernetesObject & { spec: { nodeName?: string } }
    >(kubernetes, { apiVersion: 'v1', plural: 'pods' });
    const scheduled = pods.filter(({ spec }) => spec.nodeName).length;
    // The scheduler leaves a pod that found no node alone for up to ten seconds; on a busy machine a
    // controller may pause for longer than one look takes.
    return scheduled > 0 && scheduled < pods.length ? 12_000 : 3_000;
  }

  /** Who holds the lock on the cluster, if anybody does. */
  async lockHolder(): Promise<string | undefined> {
    const { kubernetes } = await this.connection();
    const lease = await kubernetes.get<
      KubernetesObject & { spec: { holderIdentity: string } }
    >({
      apiVersion: 'coordination.k8s.io/v1',
      plural: 'leases',
      namespace: 'kube-system',
      name: 'tke-cilium',
    });
    return lease?.spec.holderIdentity;
  }

  /** Everything that must never be logged: credentials, and what the Secrets hold. */
  async secrets(): Promise<string[]> {
    const kubeconfig = parse(
      await readFile(this.cluster.kubeconfigPath, 'utf8'),
    );
    const user = kubeconfig.users[0].user as Record<string, string>;
    const everything = await this.everything();
    const data = [...everything]
      .filter(([name]) => name.startsWith('secrets '))
      .flatMap(([, object]) =>
        Object.values((object.data ?? {}) as Record<string, string>),
      );
    return [...Object.values(user), ...data]
      .flatMap(value => [value, Buffer.from(value, 'base64').toString('utf8')])
      .flatMap(value => value.split('\n'))
      .filter(line => line.length >= 24 && !line.startsWith('-----'));
  }

  async stop(): Promise<void> {
    await this.#proxy?.stop();
    await this.cluster.stop();
  }
}
