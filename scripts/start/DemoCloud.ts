import { randomBytes } from 'node:crypto';
import {
  startLocalControlPlane,
  startTencentCloud,
  type TencentCloud,
} from '@tke-cilium/tencent-cloud';
import { print } from '../print';

/** How many times faster than in the cloud things happen: a cluster takes half a minute. */
const SPEED = 10;

/**
 * A simulation of Tencent Cloud on this machine, so that the template of a cluster works without an
 * account and costs nothing. Its clusters are local ones.
 */
export class DemoCloud {
  readonly #cloud: TencentCloud;
  readonly #keys: { secretId: string; secretKey: string };

  static async start(): Promise<DemoCloud> {
    const keys = {
      secretId: `AKID${randomBytes(16).toString('hex')}`,
      secretKey: randomBytes(16).toString('hex'),
    };
    const cloud = await startTencentCloud({
      ...keys,
      speed: SPEED,
      startControlPlane: startLocalControlPlane({ log: print }),
    });
    return new DemoCloud(cloud, keys);
  }

  private constructor(
    cloud: TencentCloud,
    keys: { secretId: string; secretKey: string },
  ) {
    this.#cloud = cloud;
    this.#keys = keys;
  }

  /** Configuration that gives Backstage the account "simulation", and its clusters to the catalog. */
  environment(): Record<string, string> {
    const account = {
      name: 'simulation',
      regions: ['ap-guangzhou'],
      endpoint: this.#cloud.url,
      credentials: { source: 'keys', ...this.#keys },
      clustersFromCatalog: {
        origins: ['tke-cilium:tencent-cloud/'],
        endpoint: 'public',
      },
    };
    const provider = {
      owner: 'group:default/platform',
      system: 'kubernetes',
      // Those of app-config.yaml have entities in examples/catalog.
      fromConfiguration: false,
      fromTencentCloud: true,
      schedule: { frequency: { seconds: 3 }, timeout: { seconds: 30 } },
    };
    return {
      APP_CONFIG_tkeCilium_tencentCloud_accounts: JSON.stringify([account]),
      APP_CONFIG_catalog_providers_tkeCilium: JSON.stringify(provider),
    };
  }

  async stop(): Promise<void> {
    await this.#cloud.stop();
  }
}
