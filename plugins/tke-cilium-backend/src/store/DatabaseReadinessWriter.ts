import {
  changedConditions,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Knex } from 'knex';
import { fenced } from '../lease/fenced';
import { Lease } from '../lease/Lease';
import { CLUSTERS, ClusterRow, HISTORY, HistoryRow } from './readinessRows';
import { ReadinessWriter, StoredCluster } from './ReadinessStore';

type WrittenCluster = Omit<StoredCluster, 'revision' | 'clusterId'>;

type RowBefore = Pick<ClusterRow, 'revision' | 'phase' | 'conditions'>;

/** Writes the readiness of one cluster into the plugin's database, while its lease is valid. */
export class DatabaseReadinessWriter implements ReadinessWriter {
  readonly #db: Knex;
  readonly #lease: Lease;

  /**
   * @param db - with the plugin's tables
   */
  static create(db: Knex, lease: Lease): DatabaseReadinessWriter {
    return new DatabaseReadinessWriter(db, lease);
  }

  private constructor(db: Knex, lease: Lease) {
    this.#db = db;
    this.#lease = lease;
  }

  async save(cluster: WrittenCluster): Promise<number> {
    return fenced(this.#db, this.#lease, async transaction => {
      const before = await transaction<ClusterRow>(CLUSTERS)
        .where({ cluster_id: this.#lease.clusterId })
        .first('revision', 'phase', 'conditions');
      const revision = (before?.revision ?? 0) + 1;
      await transaction<ClusterRow>(CLUSTERS)
        .insert(this.#clusterRow(cluster, revision))
        .onConflict('cluster_id')
        .merge();
      const change = cluster.readiness && changeOf(before, cluster.readiness);
      if (change) {
        await transaction<HistoryRow>(HISTORY).insert({
          ...change,
          cluster_id: this.#lease.clusterId,
          revision,
          generation: this.#lease.generation,
          at: cluster.changedAt ?? cluster.connection.since,
        });
      }
      return revision;
    });
  }

  async confirm(observedAt: string): Promise<void> {
    await fenced(this.#db, this.#lease, transaction =>
      transaction<ClusterRow>(CLUSTERS)
        .where({ cluster_id: this.#lease.clusterId })
        .update({ observed_at: observedAt }),
    );
  }

  #clusterRow(cluster: WrittenCluster, revision: number): ClusterRow {
    const { readiness } = cluster;
    return {
      cluster_id: this.#lease.clusterId,
      revision,
      generation: this.#lease.generation,
      phase: readiness?.phase ?? null,
      readiness: readiness ? JSON.stringify(readiness) : null,
      conditions: readiness ? JSON.stringify(readiness.conditions) : null,
      connection: JSON.stringify(cluster.connection),
      observed_at: cluster.observedAt ?? null,
      changed_at: cluster.changedAt ?? null,
    };
  }
}

/** What the history says about the step from one readiness to the next; often nothing. */
function changeOf(
  before: RowBefore | undefined,
  readiness: Readiness,
):
  | Omit<HistoryRow, 'cluster_id' | 'revision' | 'generation' | 'at'>
  | undefined {
  const conditions = changedConditions(
    before?.conditions ? JSON.parse(before.conditions) : [],
    readiness.conditions,
  );
  if (readiness.phase === before?.phase && conditions.length === 0) {
    return undefined;
  }
  return {
    phase: readiness.phase,
    previous_phase: before?.phase ?? null,
    summary: readiness.summary,
    conditions: JSON.stringify(conditions),
  };
}
