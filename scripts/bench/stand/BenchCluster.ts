import path from 'node:path';
import {
  HelmClient,
  type KubernetesClient,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import {
  resolveBinaries,
  resolveCiliumChart,
  startLocalCluster,
  type LocalCluster,
} from '@tke-cilium/local-cluster';
import { addReadyNodes } from '../../clusters/addReadyNodes';
import { installCilium } from '../../clusters/installCilium';
import { phaseContext } from '../../clusters/phaseContext';
import { print } from '../../print';
import { Access } from './Access';

/** More at once only wait for each other. */
const NODES_AT_ONCE = 1000;

/** The cluster that everything is measured on: it has Cilium, and only grows. */
export class BenchCluster {
  readonly id: string;
  readonly kubernetes: KubernetesClient;
  /** How our backend plugin reaches it. */
  readonly trackerAccess: Access;
  /** How the Kubernetes plugin reaches it. */
  readonly peerAccess: Access;
  readonly #cluster: LocalCluster;
  #nodes = 0;

  static async start(): Promise<BenchCluster> {
    print('Starting the cluster');
    const binaries = await resolveBinaries({ log: print });
    const chart = await resolveCiliumChart(undefined, { log: print });
    const cluster = await startLocalCluster({ simulator: true });
    try {
      await installCilium(
        cluster,
        HelmClient.create({
          command: binaries.helm,
          chartsDirectory: path.dirname(chart),
        }),
      );
      const { connection } = await phaseContext(cluster);
      return new BenchCluster(
        cluster,
        connection.kubernetes,
        await Access.create(cluster, 'tracker'),
        await Access.create(cluster, 'peer'),
      );
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  private constructor(
    cluster: LocalCluster,
    kubernetes: KubernetesClient,
    trackerAccess: Access,
    peerAccess: Access,
  ) {
    this.id = cluster.id;
    this.#cluster = cluster;
    this.kubernetes = kubernetes;
    this.trackerAccess = trackerAccess;
    this.peerAccess = peerAccess;
  }

  get nodes(): number {
    return this.#nodes;
  }

  /** Adds nodes until there are so many, and waits until Cilium runs on all. */
  async growTo(nodes: number): Promise<void> {
    while (this.#nodes < nodes) {
      const count = Math.min(NODES_AT_ONCE, nodes - this.#nodes);
      const total = this.#nodes + count;
      print(`Growing the cluster to ${total} nodes`);
      await addReadyNodes(this.#cluster, { count, total });
      this.#nodes = total;
    }
  }

  async stop(): Promise<void> {
    await this.trackerAccess.close();
    await this.peerAccess.close();
    await this.#cluster.stop();
  }
}
