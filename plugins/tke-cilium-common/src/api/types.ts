import { ConnectionFacts } from '../snapshot/types';
import { Problem, Readiness, ReadinessPhase } from '../readiness/types';

/** A cluster in `GET /v1/clusters`. @public */
export type ClusterSummary = {
  clusterId: string;
  title: string;
  /** Counts up with every change of the stored readiness. 0: nothing was observed yet. */
  revision: number;
  connection: ConnectionFacts;
  /** `undefined`: nothing was observed yet. */
  phase?: ReadinessPhase;
  summary?: string;
  /** When the readiness was last confirmed against the cluster, ISO 8601. */
  observedAt?: string;
  /** When the stored readiness last changed, ISO 8601. */
  changedAt?: string;
  ciliumVersion?: string;
  profile?: string;
  kubernetesVersion?: string;
  nodes?: { total: number; ready: number };
  worstProblem?: Problem;
};

/** One entry of a cluster's history, newest first. @public */
export type ReadinessTransition = {
  revision: number;
  at: string;
  phase: ReadinessPhase;
  summary: string;
};

/** Answer of `GET /v1/clusters`. @public */
export type ClustersResponse = { items: ClusterSummary[] };

/** Answer of `GET /v1/clusters/{clusterId}`. @public */
export type ClusterResponse = ClusterSummary & {
  readiness?: Readiness;
  history: ReadinessTransition[];
};

/** Channel of the signals that say a cluster's readiness changed. @public */
export const READINESS_CHANNEL = 'tke-cilium:readiness';

/** Message on {@link READINESS_CHANNEL}: a hint to refetch, never the state itself. @public */
export type ReadinessSignal = { clusterId: string; revision: number };
