import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ReadinessTransition } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Knex } from 'knex';
import { ReadinessStore, StoredCluster } from './ReadinessStore';

const MIGRATIONS = resolvePackagePath(
  '@tke-cilium/backstage-plugin-tke-cilium-backend',
  'migrations',
);

const CLUSTERS = 'cluster_readiness';
const HISTORY = 'readiness_history';

/** How many changes of phase are kept of each cluster. */
const HISTORY_LENGTH = 200;

type ClusterRow = {
  cluster_id: string;
  revision: number;
  phase: string | null;
  readiness: string | null;
  connection: string;
  observed_at: string | null;
  changed_at: string | null;
};

type HistoryRow = {
  cluster_id: string;
  revision: number;
  at: string;
  phase: ReadinessTransition['phase'];
  summary: string;
};

/** Keeps readiness in the plugin's database. */
export class DatabaseReadinessStore implements ReadinessStore {
  readonly #db: Knex;

  /** Brings the tables up to date first. */
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseReadinessStore> {
    const { database } = options;
    const db = await database.getClient();
    if (!database.migrations?.skip) {
      await db.migrate.latest({ directory: MIGRATIONS });
    }
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
    return rows.map(fromRow);
  }

  async save(cluster: Omit<StoredCluster, 'revision'>): Promise<number> {
    return this.#db.transaction(async transaction => {
      const { clusterId, readiness } = cluster;
      const before = await transaction<ClusterRow>(CLUSTERS)
        .where({ cluster_id: clusterId })
        .forUpdate()
        .first('revision', 'phase');
      const revision = (before?.revision ?? 0) + 1;
      await transaction<ClusterRow>(CLUSTERS)
        .insert(toRow(cluster, revision))
        .onConflict('cluster_id')
        .merge();
      if (readiness && readiness.phase !== before?.phase) {
        await transaction<HistoryRow>(HISTORY).insert({
          cluster_id: clusterId,
          revision,
          at: cluster.changedAt ?? cluster.connection.since,
          phase: readiness.phase,
          summary: readiness.summary,
        });
        await dropOldHistory(transaction, clusterId);
      }
      return revision;
    });
  }

  async confirm(clusterId: string, observedAt: string): Promise<void> {
    await this.#db<ClusterRow>(CLUSTERS)
      .where({ cluster_id: clusterId })
      .update({ observed_at: observedAt });
  }

  async history(clusterId: string): Promise<ReadinessTransition[]> {
    return this.#db<HistoryRow>(HISTORY)
      .where({ cluster_id: clusterId })
      .orderBy('revision', 'desc')
      .limit(HISTORY_LENGTH)
      .select('revision', 'at', 'phase', 'summary');
  }
}

async function dropOldHistory(
  transaction: Knex.Transaction,
  clusterId: string,
): Promise<void> {
  const newestToDrop = await transaction<HistoryRow>(HISTORY)
    .where({ cluster_id: clusterId })
    .orderBy('revision', 'desc')
    .offset(HISTORY_LENGTH)
    .first('revision');
  if (newestToDrop) {
    await transaction<HistoryRow>(HISTORY)
      .where({ cluster_id: clusterId })
      .where('revision', '<=', newestToDrop.revision)
      .delete();
  }
}

function toRow(
  cluster: Omit<StoredCluster, 'revision'>,
  revision: number,
): ClusterRow {
  const { readiness } = cluster;
  return {
    cluster_id: cluster.clusterId,
    revision,
    phase: readiness?.phase ?? null,
    readiness: readiness ? JSON.stringify(readiness) : null,
    connection: JSON.stringify(cluster.connection),
    observed_at: cluster.observedAt ?? null,
    changed_at: cluster.changedAt ?? null,
  };
}

function fromRow(row: ClusterRow): StoredCluster {
  return {
    clusterId: row.cluster_id,
    revision: row.revision,
    connection: JSON.parse(row.connection),
    readiness: row.readiness ? JSON.parse(row.readiness) : undefined,
    observedAt: row.observed_at ?? undefined,
    changedAt: row.changed_at ?? undefined,
  };
}
