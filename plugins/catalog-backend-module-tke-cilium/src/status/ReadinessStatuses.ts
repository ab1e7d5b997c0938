import { LoggerService } from '@backstage/backend-plugin-api';
import type { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { ClusterSummary } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { readinessStatus, UNKNOWN_STATUS } from './readinessStatus';

/** Options of {@link ReadinessStatuses}. */
export type ReadinessStatusesOptions = {
  fetchClusters(): Promise<ClusterSummary[]>;
  logger: LoggerService;
  /** Milliseconds. Default: the clock. */
  now?: () => number;
};

/** By cluster id. `undefined`: there is no answer. */
type Statuses = ReadonlyMap<string, EntityStatusItem> | undefined;

/**
 * What entities say of their clusters, as the tke-cilium backend said it last. When that does not
 * answer, every cluster is unknown: nobody would notice if it were not so any more.
 */
export class ReadinessStatuses {
  readonly #options: ReadinessStatusesOptions;
  #statuses: Statuses;
  #isFailing = false;

  static create(options: ReadinessStatusesOptions): ReadinessStatuses {
    return new ReadinessStatuses(options);
  }

  private constructor(options: ReadinessStatusesOptions) {
    this.#options = options;
  }

  /** @returns `undefined` when nobody watches the cluster */
  statusOf(clusterId: string): EntityStatusItem | undefined {
    return this.#statuses ? this.#statuses.get(clusterId) : UNKNOWN_STATUS;
  }

  /** Asks again. Never fails. @returns the ids of the clusters whose status is another now */
  async refresh(): Promise<string[]> {
    const before = this.#statuses;
    this.#statuses = await this.#read();
    const ids = new Set([
      ...(before?.keys() ?? []),
      ...(this.#statuses?.keys() ?? []),
    ]);
    return [...ids].filter(
      id =>
        JSON.stringify(before?.get(id)) !==
        JSON.stringify(this.#statuses?.get(id)),
    );
  }

  async #read(): Promise<Statuses> {
    const { fetchClusters, logger, now = Date.now } = this.#options;
    try {
      const clusters = await fetchClusters();
      this.#isFailing = false;
      return new Map(
        clusters.map(cluster => [
          cluster.clusterId,
          readinessStatus(cluster, now()),
        ]),
      );
    } catch (error) {
      if (!this.#isFailing) {
        this.#isFailing = true;
        logger.warn(
          'Entities say that the state of their clusters is not known, since the tke-cilium backend does not answer',
          error as Error,
        );
      }
      return undefined;
    }
  }
}
