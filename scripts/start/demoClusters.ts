import path from 'node:path';
import { HelmClient } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import {
  resolveBinaries,
  resolveCiliumChart,
  startLocalCluster,
  type LocalCluster,
  type LocalClusterOptions,
} from '@tke-cilium/local-cluster';
import { addReadyNodes } from '../clusters/addReadyNodes';
import { installCilium } from '../clusters/installCilium';
import { CHARTS_FOLDER, HELM_PATH, publishFile } from './demoFiles';
import { print } from '../print';

const NODES = 2;

/** The clusters of the demo catalog: one to look at, one to install on. */
export class DemoClusters {
  readonly #started: LocalCluster[] = [];

  private constructor() {}

  static create(): DemoClusters {
    return new DemoClusters();
  }

  async start(): Promise<void> {
    const binaries = await resolveBinaries({ log: print });
    await publishFile(binaries.helm, HELM_PATH);
    const chart = await resolveCiliumChart(undefined, { log: print });
    await publishFile(chart, path.join(CHARTS_FOLDER, path.basename(chart)));

    const helm = HelmClient.create({
      command: HELM_PATH,
      chartsDirectory: CHARTS_FOLDER,
    });
    await Promise.all([
      this.#start({ id: 'cls-demo0001' }).then(async cluster => {
        await installCilium(cluster, helm);
        await addReadyNodes(cluster, { count: NODES, total: NODES });
      }),
      this.#start({ id: 'cls-demo0002' }),
    ]);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.map(cluster => cluster.stop()));
  }

  async #start(
    options: LocalClusterOptions & { id: string },
  ): Promise<LocalCluster> {
    print(`Starting the cluster ${options.id}`);
    const cluster = await startLocalCluster({
      ...options,
      simulator: true,
      log: line => print(`${options.id}: ${line}`),
    });
    this.#started.push(cluster);
    print(`The cluster ${cluster.id} is up: ${cluster.kubeconfigPath}`);
    return cluster;
  }
}
