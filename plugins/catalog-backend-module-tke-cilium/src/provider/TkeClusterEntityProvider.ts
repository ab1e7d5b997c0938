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
import {
  readConfiguredClusters,
  TencentCloudRegions,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ProviderConfig, readProviderConfig } from './readProviderConfig';
import { MadeClusters } from './MadeClusters';
import { toClusterEntity, toMadeClusterEntity } from './toClusterEntity';

/**
 * Makes a `Resource` of every cluster in `tkeCilium.clusters` and, on request, of those that
 * templates made in Tencent Cloud, as they are now.
 *
 * @remarks
 * Clusters that catalog entities add have one already, and make no other.
 */
export class TkeClusterEntityProvider implements EntityProvider {
  readonly #config: Config;
  readonly #provider: ProviderConfig;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #regions: TencentCloudRegions;
  readonly #made: MadeClusters;

  /** @returns `undefined` unless `catalog.providers.tkeCilium` is there */
  static fromConfig(
    config: Config,
    options: {
      logger: LoggerService;
      scheduler: SchedulerService;
      regions: TencentCloudRegions;
    },
  ): TkeClusterEntityProvider | undefined {
    const provider = readProviderConfig(config);
    return (
      provider &&
      new TkeClusterEntityProvider(
        config,
        provider,
        options.logger,
        options.regions,
        MadeClusters.create(options),
        options.scheduler.createScheduledTaskRunner(provider.schedule),
      )
    );
  }

  private constructor(
    config: Config,
    provider: ProviderConfig,
    logger: LoggerService,
    regions: TencentCloudRegions,
    made: MadeClusters,
    taskRunner: SchedulerServiceTaskRunner,
  ) {
    this.#config = config;
    this.#provider = provider;
    this.#logger = logger;
    this.#regions = regions;
    this.#made = made;
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
    const configured = readConfiguredClusters(this.#config);
    const ids = new Set(configured.map(({ clusterId }) => clusterId));
    const { fromConfiguration, fromTencentCloud } = this.#provider;
    const made = fromTencentCloud ? await this.#made.list() : [];
    const accounts = this.#regions.list().filter(each => each.simulation);
    const config = {
      ...this.#provider,
      simulations: new Set(accounts.map(({ account }) => account)),
    };
    const entities = [
      ...(fromConfiguration ? configured : []).map(cluster =>
        toClusterEntity(cluster, config),
      ),
      ...made
        .filter(({ clusterId }) => !ids.has(clusterId))
        .map(cluster => toMadeClusterEntity(cluster, config)),
    ];
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity,
        locationKey: this.getProviderName(),
      })),
    });
    this.#logger.debug(`Provided ${entities.length} clusters`);
  }
}
