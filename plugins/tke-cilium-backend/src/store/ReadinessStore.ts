import {
  ConnectionFacts,
  Readiness,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** What is kept of a cluster. */
export type StoredCluster = {
  clusterId: string;
  /** Counts up with every save. */
  revision: number;
  connection: ConnectionFacts;
  /** `undefined`: nothing was observed yet. */
  readiness?: Readiness;
  /** When the readiness was last confirmed against the cluster, ISO 8601. */
  observedAt?: string;
  /** When the readiness last changed, ISO 8601. */
  changedAt?: string;
};

/** What everybody reads, whichever replica watches the cluster. */
export interface ReadinessStore {
  get(clusterId: string): Promise<StoredCluster | undefined>;

  /** In no particular order; clusters that were never saved are left out. */
  getAll(clusterIds: string[]): Promise<StoredCluster[]>;

  /** The latest changes of phase, newest first. */
  history(clusterId: string): Promise<ReadinessTransition[]>;

  /**
   * All changes of state that are kept, of phase and of conditions, newest first.
   *
   * @param options - `limit`: at most so many. `before`: only those with a lower revision, which
   *   is how the next page is asked for.
   */
  timeline(
    clusterId: string,
    options: { limit: number; before?: number },
  ): Promise<ReadinessTransition[]>;
}

/**
 * What the holder of a lease writes about the lease's cluster.
 *
 * @remarks
 * Everything throws `LeaseLostError`, and writes nothing, when the lease is over.
 */
export interface ReadinessWriter {
  /**
   * Replaces what is kept, and adds to the history when the phase or the status of a condition is
   * another one.
   *
   * @returns the new revision
   */
  save(cluster: Omit<StoredCluster, 'revision' | 'clusterId'>): Promise<number>;

  /** Records that the cluster is still as it was saved. Not a change: the revision stays. */
  confirm(observedAt: string): Promise<void>;
}
