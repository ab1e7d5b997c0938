import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
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
  CloudOptions,
  readSqliteDatabases,
  startLocalControlPlane,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { scaffolderModuleTkeCilium } from '../module';
import { cloudConfig, CloudConfigOptions } from './cloudConfig';
import { readExample } from './exampleTemplates';
import { ScaffolderClient } from './ScaffolderClient';

/** What the account signs with. */
const KEYS = {
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
  readonly #databases: string;
  readonly #stop: () => Promise<void>;

  /** Resolves when the catalog has the templates. */
  static async start(
    options: Omit<CloudConfigOptions, 'endpoint' | 'keys'> & {
      /** What the account has. */
      cloud?: Pick<CloudOptions, 'network' | 'machines'>;
    },
  ): Promise<CloudBackstage> {
    const cloud = await startTencentCloud({
      ...KEYS,
      ...options.cloud,
      speed: 60,
      // Until lists show what was made, who made it holds the lock.
      consistencyMs: 500,
      startControlPlane: startLocalControlPlane(),
    });
    const databases = await mkdtemp(join(tmpdir(), 'cloud-backstage-'));
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
        databaseServiceFactory,
        schedulerServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => logger,
        }),
        mockServices.rootConfig.factory({
          data: {
            ...(await cloudConfig({
              ...options,
              endpoint: cloud.url,
              keys: KEYS,
            })),
            // With it the scaffolder keeps what the steps of a task have put out.
            scaffolder: { taskRecovery: { enabled: true } },
            backend: {
              database: {
                client: 'better-sqlite3',
                connection: { directory: databases },
              },
            },
          },
        }),
      ],
    });
    const backstage = new CloudBackstage({
      cloud,
      logged,
      databases,
      url: `http://127.0.0.1:${backend.server.port()}`,
      stop: () => backend.stop(),
    });
    const templates = await Promise.all(options.templates.map(readExample));
    while (
      (await backstage.entities('template')).length < templates.flat().length
    ) {
      await sleep(200);
    }
    return backstage;
  }

  private constructor(options: {
    cloud: TencentCloud;
    logged: string[];
    databases: string;
    url: string;
    stop: () => Promise<void>;
  }) {
    this.cloud = options.cloud;
    this.logged = options.logged;
    this.#databases = options.databases;
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

  /** All that the plugins have in their databases now, by table. */
  async readDatabases(): Promise<Map<string, string>> {
    return readSqliteDatabases(this.#databases);
  }

  async stop(): Promise<void> {
    await this.#stop();
    await this.cloud.stop();
    await rm(this.#databases, { recursive: true, force: true });
  }
}
