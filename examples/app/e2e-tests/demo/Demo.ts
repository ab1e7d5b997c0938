import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  freePort,
  resolveBinaries,
  resolveCiliumChart,
  startLocalCluster,
  type LocalCluster,
} from '@tke-cilium/local-cluster';
import { readSqliteDatabases } from '@tke-cilium/tencent-stand-in';
import { DemoCloud } from '../../../../scripts/start/DemoCloud';
import { DemoBackend } from './DemoBackend';

/** Where the tab of a cluster leads to, besides the console of Tencent Cloud. */
const LINKS = {
  APP_CONFIG_tkeCilium_links_grafana:
    'https://grafana.example.com/d/cilium?var-cluster={clusterId}',
  APP_CONFIG_tkeCilium_links_hubble:
    'https://hubble.example.com/{region}/{clusterId}',
};

/** The folder of the plugins' databases. */
const DATABASES = 'database';

/**
 * The demo's Backstage with its built app, the empty cluster of the demo
 * catalog and the simulation of Tencent Cloud, on ports and in folders of its own: nothing is shared with a running
 * `npm start`.
 */
export class Demo {
  readonly backend: DemoBackend;
  readonly cluster: LocalCluster;
  readonly cloud: DemoCloud;
  readonly #folder: string;

  private constructor(
    folder: string,
    backend: DemoBackend,
    cluster: LocalCluster,
    cloud: DemoCloud,
  ) {
    this.#folder = folder;
    this.backend = backend;
    this.cluster = cluster;
    this.cloud = cloud;
  }

  static async start(): Promise<Demo> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tke-cilium-e2e-'));
    const { helm } = await resolveBinaries();
    const chart = await resolveCiliumChart();
    const cloud = await DemoCloud.start({ speed: 60 });
    const backend = await DemoBackend.start({
      port: await freePort(),
      clustersFolder: folder,
      databaseFolder: path.join(folder, DATABASES),
      chartsFolder: path.dirname(chart),
      helm,
      environment: {
        ...cloud.environment(),
        ...LINKS,
        // Apps of other tests ask it too.
        APP_CONFIG_backend_cors_origin: 'http://localhost:*',
      },
    });
    try {
      const cluster = await startLocalCluster({
        id: 'cls-demo0002',
        directory: path.join(folder, 'cls-demo0002'),
        simulator: true,
      });
      return new Demo(folder, backend, cluster, cloud);
    } catch (error) {
      await backend.stop();
      await cloud.stop();
      throw error;
    }
  }

  /** All that the plugins have in their databases now, by table. */
  async readDatabases(): Promise<Map<string, string>> {
    return readSqliteDatabases(path.join(this.#folder, DATABASES));
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.cluster.stop();
    await this.cloud.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
