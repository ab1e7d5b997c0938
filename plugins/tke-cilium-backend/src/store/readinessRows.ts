import { ReadinessTransition } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { StoredCluster } from './ReadinessStore';

/** Table of {@link ClusterRow}. */
export const CLUSTERS = 'cluster_readiness';

/** Table of {@link HistoryRow}. */
export const HISTORY = 'readiness_history';

type Phase = ReadinessTransition['phase'];

/** What is known of one cluster. */
export type ClusterRow = {
  cluster_id: string;
  revision: number;
  generation: number;
  phase: Phase | null;
  readiness: string | null;
  conditions: string | null;
  connection: string;
  observed_at: string | null;
  changed_at: string | null;
};

/** One change of a cluster's state. */
export type HistoryRow = {
  cluster_id: string;
  revision: number;
  generation: number;
  at: string;
  phase: Phase;
  previous_phase: Phase | null;
  summary: string;
  conditions: string | null;
};

/** Reads a row of {@link CLUSTERS}. */
export function fromClusterRow(row: ClusterRow): StoredCluster {
  return {
    clusterId: row.cluster_id,
    revision: row.revision,
    connection: JSON.parse(row.connection),
    readiness: row.readiness ? JSON.parse(row.readiness) : undefined,
    observedAt: row.observed_at ?? undefined,
    changedAt: row.changed_at ?? undefined,
  };
}

/** Reads a row of {@link HISTORY}. */
export function fromHistoryRow(row: HistoryRow): ReadinessTransition {
  return {
    revision: row.revision,
    at: row.at,
    phase: row.phase,
    ...(row.previous_phase && { previousPhase: row.previous_phase }),
    summary: row.summary,
    conditions: row.conditions ? JSON.parse(row.conditions) : [],
  };
}
