import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  resolveBinaries,
  resolveCiliumChart,
  startLocalCluster,
  type LocalCluster,
} from '@tke-cilium/local-cluster';
import { choosePort } from '../../../../scripts/start/addresses';
import { DemoBackend } from './DemoBackend';

/**
 * The demo's Backstage with its built app and the empty cluster of the demo
 * catalog, on ports and in folders of its own: nothing is shared with a running
 * `npm start`.
 */
export class Demo {
  readonly backend: DemoBackend;
  readonly cluster: LocalCluster;
  readonly #folder: string;

  private constructor(
    folder: string,
    backend: DemoBackend,
    cluster: LocalCluster,
  ) {
    this.#folder = folder;
    this.backend = backend;
    this.cluster = cluster;
  }

  static async start(): Promise<Demo> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tke-cilium-e2e-'));
    const { helm } = await resolveBinaries();
    const chart = await resolveCiliumChart();
    const backend = await DemoBackend.start({
      port: await choosePort(7107),
      clustersFolder: folder,
      databaseFolder: path.join(folder, 'database'),
      chartsFolder: path.dirname(chart),
      helm,
    });
    try {
      const cluster = await startLocalCluster({
        id: 'cls-demo0002',
        directory: path.join(folder, 'cls-demo0002'),
        simulator: true,
      });
      return new Demo(folder, backend, cluster);
    } catch (error) {
      await backend.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.cluster.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
