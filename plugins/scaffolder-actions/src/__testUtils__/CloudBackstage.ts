import { inspect } from 'node:util';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { JsonObject } from '@backstage/types';
import catalogModuleTkeCilium from '@tke-cilium/backstage-plugin-catalog-backend-module-tke-cilium';
import {
  startLocalControlPlane,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { scaffolderModuleTkeCilium } from '../module';
import { cloudConfig } from './cloudConfig';
import { ScaffolderClient } from './ScaffolderClient';

/** What the account signs with: nobody else may ever see it. */
export const KEYS = {
  secretId: 'AKIDofTheTest',
  secretKey: 'the-secret-key-of-the-test',
};

/**
 * A backend with the real scaffolder and the real catalog, and a Tencent Cloud whose clusters are
 * local ones. Everything that the backend logs is kept.
 */
export class CloudBackstage {
  readonly client: ScaffolderClient;
  readonly cloud: TencentCloud;
  readonly url: string;
  readonly logged: string[];
  readonly #stop: () => Promise<void>;

  static async start(options: {
    /** The templates' files, below `examples`. */
    templates: string[];
    /** Default: the real Helm. */
    helmCommand?: string;
  }): Promise<CloudBackstage> {
    const cloud = await startTencentCloud({
      ...KEYS,
      speed: 60,
      startControlPlane: startLocalControlPlane(),
    });
    const logged: string[] = [];
    const keep = (message: string, meta?: JsonObject | Error): void => {
      logged.push(`${message} ${inspect(meta)}`);
    };
    const logger: RootLoggerService = {
      info: keep,
      warn: keep,
      error: keep,
      debug: keep,
      child: () => logger,
    };
    const backend = await startTestBackend({
      features: [
        import('@backstage/plugin-scaffolder-backend'),
        scaffolderModuleTkeCilium,
        catalogPlugin,
        import(
          '@backstage/plugin-catalog-backend-module-scaffolder-entity-model'
        ),
        catalogModuleTkeCilium,
        schedulerServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => logger,
        }),
        mockServices.rootConfig.factory({
          data: await cloudConfig({
            templates: options.templates,
            endpoint: cloud.url,
            keys: KEYS,
            helmCommand: options.helmCommand,
          }),
        }),
      ],
    });
    return new CloudBackstage({
      cloud,
      logged,
      url: `http://127.0.0.1:${backend.server.port()}`,
      stop: () => backend.stop(),
    });
  }

  private constructor(options: {
    cloud: TencentCloud;
    logged: string[];
    url: string;
    stop: () => Promise<void>;
  }) {
    this.cloud = options.cloud;
    this.logged = options.logged;
    this.url = options.url;
    this.client = ScaffolderClient.create({ url: options.url });
    this.#stop = options.stop;
  }

  /** The entities of a kind, as the catalog has them now. */
  async entities(kind: string): Promise<JsonObject[]> {
    const response = await fetch(
      `${this.url}/api/catalog/entities?filter=kind=${kind}`,
    );
    return response.json();
  }

  async stop(): Promise<void> {
    await this.#stop();
    await this.cloud.stop();
  }
}
