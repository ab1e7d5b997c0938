import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { readConfiguredClusters } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ProviderConfig, readProviderConfig } from './readProviderConfig';
import { toClusterEntity } from './toClusterEntity';

/**
 * Makes a `Resource` of every cluster in `tkeCilium.clusters`, as they are now.
 *
 * @remarks
 * Clusters that catalog entities add have one already, and make no other.
 */
export class TkeClusterEntityProvider implements EntityProvider {
  readonly #config: Config;
  readonly #provider: ProviderConfig;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;

  /** @returns `undefined` unless `catalog.providers.tkeCilium` is there */
  static fromConfig(
    config: Config,
    options: { logger: LoggerService; scheduler: SchedulerService },
  ): TkeClusterEntityProvider | undefined {
    const provider = readProviderConfig(config);
    return (
      provider &&
      new TkeClusterEntityProvider(
        config,
        provider,
        options.logger,
        options.scheduler.createScheduledTaskRunner(provider.schedule),
      )
    );
  }

  private constructor(
    config: Config,
    provider: ProviderConfig,
    logger: LoggerService,
    taskRunner: SchedulerServiceTaskRunner,
  ) {
    this.#config = config;
    this.#provider = provider;
    this.#logger = logger;
    this.#taskRunner = taskRunner;
  }

  getProviderName(): string {
    return 'tke-cilium';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: 'tke-cilium-provide-clusters',
      fn: () => this.#provide(connection),
    });
  }

  /** Clusters that cannot be read leave the entities as they were: the task fails. */
  async #provide(connection: EntityProviderConnection): Promise<void> {
    const clusters = readConfiguredClusters(this.#config);
    await connection.applyMutation({
      type: 'full',
      entities: clusters.map(cluster => ({
        entity: toClusterEntity(cluster, this.#provider),
        locationKey: this.getProviderName(),
      })),
    });
    this.#logger.debug(`Provided ${clusters.length} clusters`);
  }
}
