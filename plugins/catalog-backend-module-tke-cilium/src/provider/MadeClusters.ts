import { LoggerService } from '@backstage/backend-plugin-api';
import {
  listMadeClusters,
  MadeCluster,
  TencentCloudRegions,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';

/**
 * The clusters that templates made, in all accounts and regions. Where one does not answer, those
 * that it had last.
 */
export class MadeClusters {
  readonly #regions: TencentCloudRegions;
  readonly #logger: LoggerService;
  readonly #known = new Map<string, MadeCluster[]>();

  static create(options: {
    regions: TencentCloudRegions;
    logger: LoggerService;
  }): MadeClusters {
    return new MadeClusters(options.regions, options.logger);
  }

  private constructor(regions: TencentCloudRegions, logger: LoggerService) {
    this.#regions = regions;
    this.#logger = logger;
  }

  /** @throws when one does not answer of which nothing is known yet: no entity must go because of that */
  async list(): Promise<MadeCluster[]> {
    const places = this.#regions
      .list()
      .flatMap(({ account, regions }) =>
        regions.map(region => ({ account, region })),
      );
    const lists = await Promise.all(
      places.map(async ({ account, region }) => {
        const key = `${account} ${region}`;
        try {
          const clusters = await listMadeClusters(
            this.#regions.open(account, region),
          );
          this.#known.set(key, clusters);
          return clusters;
        } catch (error) {
          const known = this.#known.get(key);
          if (!known) {
            throw error;
          }
          this.#logger.warn(
            `The clusters in the catalog stay as they were: ${
              (error as Error).message
            }`,
          );
          return known;
        }
      }),
    );
    return lists.flat();
  }
}
