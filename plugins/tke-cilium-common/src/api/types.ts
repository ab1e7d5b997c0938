import { ConnectionFacts } from '../snapshot/types';
import { ConditionTransition } from '../readiness/changedConditions';
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
  nodePools?: { total: number; failed: number };
  worstProblem?: Problem;
};

/**
 * One change of a cluster's state: of its phase, of the status of some of its conditions, or both.
 *
 * @public
 */
export type ReadinessTransition = {
  /** Revision of the readiness that brought the change. */
  revision: number;
  /** When it changed, ISO 8601. */
  at: string;
  phase: ReadinessPhase;
  /** The same as `phase` when only conditions changed; `undefined` for the first of all. */
  previousPhase?: ReadinessPhase;
  summary: string;
  /** The conditions whose status changed; all of them in the first transition of all. */
  conditions: ConditionTransition[];
};

/** Answer of `GET /v1/clusters`: one page, ordered by cluster id. @public */
export type ClustersResponse = {
  items: ClusterSummary[];
  /** On all pages together. */
  totalItems: number;
  /** Asks for the next page; `undefined` on the last. */
  nextCursor?: string;
};

/** Answer of `GET /v1/clusters/{clusterId}`. @public */
export type ClusterResponse = ClusterSummary & {
  readiness?: Readiness;
  /** The latest changes of phase, newest first. */
  history: ReadinessTransition[];
};

/** Answer of `GET /v1/clusters/{clusterId}/timeline`: one page, newest first. @public */
export type TimelineResponse = {
  items: ReadinessTransition[];
  /** Asks for the next page, as `before`; `undefined` on the last. */
  nextBefore?: number;
};

/** Answer of `GET /v1/clusters/{clusterId}/problems`. @public */
export type ProblemsResponse = {
  clusterId: string;
  revision: number;
  /** When the readiness was last confirmed against the cluster, ISO 8601. */
  observedAt?: string;
  /** Worst first. */
  items: Problem[];
};

/** Answer of `POST /v1/clusters/{clusterId}/refresh`. @public */
export type RefreshResponse = {
  clusterId: string;
  /** What is known now; reading the cluster anew may bring a later one. */
  revision: number;
};

/** What a form may have chosen from a Tencent Cloud account. @public */
export const CLOUD_CHOICE_KINDS = [
  'accounts',
  'regions',
  'kubernetes-versions',
  'vpcs',
  'subnets',
  'security-groups',
  'instance-types',
  'instance-families',
  'key-pairs',
] as const;

/** One of {@link CLOUD_CHOICE_KINDS}. @public */
export type CloudChoiceKind = (typeof CLOUD_CHOICE_KINDS)[number];

/** Where in Tencent Cloud there is something to choose. @public */
export type CloudScope = {
  /**
   * Reference of the catalog entity of a cluster, instead of account, region and VPC: those of the
   * cluster.
   */
  cluster?: string;
  account?: string;
  region?: string;
  vpcId?: string;
  zone?: string;
};

/** One thing to choose. @public */
export type CloudChoice = {
  /** What the form enters, mostly an id. */
  value: string;
  /** What people call it. */
  title?: string;
  /**
   * What helps to choose. Of VPCs `cidrBlock` and `secondaryCidrBlocks`; of subnets `vpcId`, `zone`,
   * `cidrBlock` and `availableAddresses`; of instance types `family`, `cpu`, `memoryGiB` and `gpus`,
   * of instance families `minimumCpu` and `maximumCpu`, and of both the `zones` that sell them, or the
   * `status` `sold-out`; of accounts that are simulations the `status` `simulation`; of others a
   * `description`.
   */
  details?: Record<string, string | number>;
};

/** Answer of `GET /cloud/choices/{kind}`: in the order in which a form should offer them. @public */
export type CloudChoicesResponse = {
  items: CloudChoice[];
  /** When the account had these, ISO 8601. */
  observedAt: string;
};

/** Channel of the signals that say a cluster's readiness changed. @public */
export const READINESS_CHANNEL = 'tke-cilium:readiness';

/** Message on {@link READINESS_CHANNEL}: a hint to refetch, never the state itself. @public */
export type ReadinessSignal = { clusterId: string; revision: number };
