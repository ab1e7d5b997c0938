import type { Heartbeat } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { Knex } from 'knex';
import { Lease } from './Lease';

const REPLICAS = 'replica';
const LEASES = 'cluster_lease';

type ReplicaRow = { replica_id: string; heartbeat: number; wanted: string };

type LeaseRow = {
  cluster_id: string;
  holder: string | null;
  generation: number;
  refreshes: number;
};

/** A row of the table of replicas. */
export type ReplicaRecord = Heartbeat & {
  /** Clusters that it can watch. */
  wanted: string[];
};

/** A row of the table of leases. */
export type LeaseRecord = Omit<Lease, 'holder'> & {
  holder?: string;
  /** How often somebody asked to read the cluster anew. */
  refreshes: number;
};

/**
 * Replicas and leases in the plugin's database. Every change is one conditional statement, or one
 * transaction whose first statement is conditional, so that of two replicas only one succeeds.
 */
export class DatabaseLeaseStore {
  readonly #db: Knex;

  /**
   * @param db - with the plugin's tables
   */
  static create(db: Knex): DatabaseLeaseStore {
    return new DatabaseLeaseStore(db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  /** Adds a replica that is alive. Does nothing when it is there. */
  async register(replicaId: string, wanted: readonly string[]): Promise<void> {
    await this.#db<ReplicaRow>(REPLICAS)
      .insert({
        replica_id: replicaId,
        heartbeat: 1,
        wanted: JSON.stringify(wanted),
      })
      .onConflict('replica_id')
      .ignore();
  }

  /**
   * Shows that a replica is alive, and what it can watch.
   *
   * @returns false when it is registered no longer: others think it dead
   */
  async beat(replicaId: string, wanted: readonly string[]): Promise<boolean> {
    const rows = await this.#db<ReplicaRow>(REPLICAS)
      .where({ replica_id: replicaId })
      .update({
        heartbeat: this.#db.raw('heartbeat + 1'),
        wanted: JSON.stringify(wanted),
      });
    return rows > 0;
  }

  async replicas(): Promise<ReplicaRecord[]> {
    const rows = await this.#db<ReplicaRow>(REPLICAS).select();
    return rows.map(row => ({
      id: row.replica_id,
      beat: row.heartbeat,
      wanted: JSON.parse(row.wanted),
    }));
  }

  async leases(): Promise<LeaseRecord[]> {
    const rows = await this.#db<LeaseRow>(LEASES).select();
    return rows.map(row => ({
      clusterId: row.cluster_id,
      holder: row.holder ?? undefined,
      generation: row.generation,
      refreshes: row.refreshes,
    }));
  }

  /**
   * Removes a replica unless it has shown a sign of life since. Its leases are free from then on.
   *
   * @returns whether it was removed
   */
  async bury({ id, beat }: Heartbeat): Promise<boolean> {
    const rows = await this.#db<ReplicaRow>(REPLICAS)
      .where({ replica_id: id, heartbeat: beat })
      .delete();
    return rows > 0;
  }

  /**
   * Takes leases as they were read, or as never given. A new holder is a new generation, which ends
   * all that earlier holders may write.
   *
   * @returns the clusters whose lease was still so, and is the replica's now
   */
  async acquire(
    replicaId: string,
    leases: readonly Omit<Lease, 'holder'>[],
  ): Promise<string[]> {
    const taken: string[] = [];
    for (const { clusterId, generation } of leases) {
      if (generation === 0) {
        await this.#db<LeaseRow>(LEASES)
          .insert({
            cluster_id: clusterId,
            holder: null,
            generation: 0,
            refreshes: 0,
          })
          .onConflict('cluster_id')
          .ignore();
      }
      const rows = await this.#db<LeaseRow>(LEASES)
        .where({ cluster_id: clusterId, generation })
        .update({ holder: replicaId, generation: generation + 1 });
      if (rows > 0) {
        taken.push(clusterId);
      }
    }
    return taken;
  }

  /** Frees a lease, unless it is over already. */
  async release({ clusterId, holder, generation }: Lease): Promise<void> {
    await this.#db<LeaseRow>(LEASES)
      .where({ cluster_id: clusterId, holder, generation })
      .update({ holder: null });
  }

  /**
   * Asks whichever replica watches the cluster to read it anew. That happens within a second or two,
   * or when the last time is long enough ago, so that nobody can wear out an API server by asking.
   *
   * @returns false when no replica has watched the cluster yet
   */
  async requestRefresh(clusterId: string): Promise<boolean> {
    const rows = await this.#db<LeaseRow>(LEASES)
      .where({ cluster_id: clusterId })
      .increment('refreshes');
    return rows > 0;
  }

  /** Removes a replica that stops, and frees what it holds: others need not wait for its silence. */
  async leave(replicaId: string): Promise<void> {
    await this.#db.transaction(async transaction => {
      await transaction<ReplicaRow>(REPLICAS)
        .where({ replica_id: replicaId })
        .delete();
      await transaction<LeaseRow>(LEASES)
        .where({ holder: replicaId })
        .update({ holder: null });
    });
  }
}
