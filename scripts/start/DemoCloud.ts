import { randomBytes } from 'node:crypto';
import {
  type CloudSecrets,
  startLocalControlPlane,
  startTencentCloud,
  type TencentCloud,
} from '@tke-cilium/tencent-stand-in';

/** Options of {@link DemoCloud.start}. */
export type DemoCloudOptions = {
  /** How many times faster than in the cloud things happen. */
  speed: number;
  log?: (line: string) => void;
};

/**
 * A simulation of Tencent Cloud on this machine, so that the template of a cluster works without an
 * account and costs nothing. Its clusters are local ones.
 */
export class DemoCloud {
  readonly #cloud: TencentCloud;
  readonly #keys: { secretId: string; secretKey: string };

  static async start({ speed, log }: DemoCloudOptions): Promise<DemoCloud> {
    const keys = {
      secretId: `AKID${randomBytes(16).toString('hex')}`,
      secretKey: randomBytes(16).toString('hex'),
    };
    const cloud = await startTencentCloud({
      ...keys,
      speed,
      startControlPlane: startLocalControlPlane({ log }),
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

  /** Where the API is, and what its account signs with. */
  account() {
    return {
      endpoint: this.#cloud.url,
      credentials: { source: 'keys', ...this.#keys },
    };
  }

  /** Configuration that gives Backstage the account "simulation", and its clusters to the catalog. */
  environment(): Record<string, string> {
    const account = {
      name: 'simulation',
      regions: ['ap-guangzhou'],
      simulation: true,
      ...this.account(),
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

  /** What must never leave the backend. */
  secrets(): CloudSecrets {
    return this.#cloud.secrets();
  }

  async stop(): Promise<void> {
    await this.#cloud.stop();
  }
}
