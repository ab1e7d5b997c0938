import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  changedConditions,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Knex } from 'knex';
import { ReadinessStore, StoredCluster } from './ReadinessStore';

const MIGRATIONS = resolvePackagePath(
  '@tke-cilium/backstage-plugin-tke-cilium-backend',
  'migrations',
);

const CLUSTERS = 'cluster_readiness';
const HISTORY = 'readiness_history';

/** How many changes of phase `history` gives; `timeline` has the rest. */
const HISTORY_LENGTH = 50;

type ClusterRow = {
  cluster_id: string;
  revision: number;
  phase: ReadinessTransition['phase'] | null;
  readiness: string | null;
  conditions: string | null;
  connection: string;
  observed_at: string | null;
  changed_at: string | null;
};

type HistoryRow = {
  cluster_id: string;
  revision: number;
  at: string;
  phase: ReadinessTransition['phase'];
  previous_phase: ReadinessTransition['phase'] | null;
  summary: string;
  conditions: string | null;
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
        .first('revision', 'phase', 'conditions');
      const revision = (before?.revision ?? 0) + 1;
      await transaction<ClusterRow>(CLUSTERS)
        .insert(toRow(cluster, revision))
        .onConflict('cluster_id')
        .merge();
      const conditions = changedConditions(
        before?.conditions ? JSON.parse(before.conditions) : [],
        readiness?.conditions ?? [],
      );
      if (readiness && (readiness.phase !== before?.phase || conditions[0])) {
        await transaction<HistoryRow>(HISTORY).insert({
          cluster_id: clusterId,
          revision,
          at: cluster.changedAt ?? cluster.connection.since,
          phase: readiness.phase,
          previous_phase: before?.phase ?? null,
          summary: readiness.summary,
          conditions: JSON.stringify(conditions),
        });
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
    conditions: readiness ? JSON.stringify(readiness.conditions) : null,
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

function fromHistoryRow(row: HistoryRow): ReadinessTransition {
  return {
    revision: row.revision,
    at: row.at,
    phase: row.phase,
    ...(row.previous_phase && { previousPhase: row.previous_phase }),
    summary: row.summary,
    conditions: row.conditions ? JSON.parse(row.conditions) : [],
  };
}
