import { ReadinessTransition } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Knex } from 'knex';
import {
  CLUSTERS,
  ClusterRow,
  fromClusterRow,
  fromHistoryRow,
  HISTORY,
  HistoryRow,
} from './readinessRows';
import { ReadinessStore, StoredCluster } from './ReadinessStore';

/** How many changes of phase `history` gives; `timeline` has the rest. */
const HISTORY_LENGTH = 50;

/** Reads readiness from the plugin's database. */
export class DatabaseReadinessStore implements ReadinessStore {
  readonly #db: Knex;

  /**
   * @param db - with the plugin's tables
   */
  static create(db: Knex): DatabaseReadinessStore {
    return new DatabaseReadinessStore(db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async get(clusterId: string): Promise<StoredCluster | undefined> {
    const [cluster] = await this.getAll([clusterId]);
    return cluster;
  }

  async getAll(clusterIds: string[]): Promise<StoredCluster[]> {
    const rows = await this.#db<ClusterRow>(CLUSTERS).whereIn(
      'cluster_id',
      clusterIds,
    );
    return rows.map(fromClusterRow);
  }

  async history(clusterId: string): Promise<ReadinessTransition[]> {
    const rows = await this.#newest(clusterId, HISTORY_LENGTH).where(before =>
      before.whereNull('previous_phase').orWhereRaw('previous_phase <> phase'),
    );
    return rows.map(fromHistoryRow);
  }

  async timeline(
    clusterId: string,
    options: { limit: number; before?: number },
  ): Promise<ReadinessTransition[]> {
    const { limit, before } = options;
    const query = this.#newest(clusterId, limit);
    const rows = await (before === undefined
      ? query
      : query.where('revision', '<', before));
    return rows.map(fromHistoryRow);
  }

  #newest(clusterId: string, limit: number) {
    return this.#db<HistoryRow>(HISTORY)
      .where({ cluster_id: clusterId })
      .orderBy('revision', 'desc')
      .limit(limit);
  }
}
