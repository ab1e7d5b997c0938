import type { Fault, FaultRecord } from '../faults/types';
import type { NodeSeed, SeedOptions } from '../seed/types';

/**
 * Options of {@link startLocalCluster}.
 *
 * @public
 */
export type LocalClusterOptions = {
  /** A TKE cluster id, `cls-` and eight lower-case letters or digits. Default: a random one. */
  id?: string;
  /** Where its files go. Default: `.local-cluster/<id>` in the repository. Removed by `stop`. */
  directory?: string;
  /** What it looks like. Default: an empty TKE cluster with VPC-CNI. */
  seed?: SeedOptions;
  /** Whether somebody plays TKE, Cilium's operator and agents, and Karpenter. Default `false`. */
  simulator?: boolean;
  /** Gets a line about everything that takes long. */
  log?: (line: string) => void;
};

/**
 * A rule of RBAC.
 *
 * @public
 */
export type PolicyRule = {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
};

/**
 * A running local cluster.
 *
 * @public
 */
export type LocalCluster = {
  readonly id: string;
  readonly directory: string;
  /** Kubeconfig of a cluster administrator. */
  readonly kubeconfigPath: string;
  /** `https://127.0.0.1:<port>`; stays the same when the API server is restarted. */
  readonly server: string;
  readonly etcdUrl: string;
  /** Who asked for what: one JSON audit event, level Metadata, per line. */
  readonly auditLogPath: string;

  /** Adds nodes and gives their names. */
  addNodes(count: number, options?: Omit<NodeSeed, 'name'>): Promise<string[]>;
  /** Adds what the addon karpenter brings. */
  addKarpenter(): Promise<void>;
  /** Breaks something, and gives the id to heal it by. */
  fail(fault: Fault): Promise<FaultRecord>;
  /** Heals one fault, or all. */
  heal(faultId?: string): Promise<void>;
  /** Writes the kubeconfig of a service account that may do only this, and gives its path. */
  restrictedKubeconfig(name: string, rules: PolicyRule[]): Promise<string>;
  stopApiServer(): Promise<void>;
  /** Stops the API server if it runs, and starts it again on the same port. */
  restartApiServer(): Promise<void>;
  /** Stops everything and removes the cluster's directory. Calling it again does nothing. */
  stop(): Promise<void>;
};
