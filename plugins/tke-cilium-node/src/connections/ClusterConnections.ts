import { KubernetesClient } from '../kubernetes/KubernetesClient';

/** Names a cluster that can be connected to. @public */
export type ClusterReference = {
  /** The TKE id, `cls-xxxxxxxx`. */
  clusterId: string;
  /** What people call it. The cluster id when nothing better is known. */
  title: string;
};

/**
 * How to reach one cluster. Nothing is opened until it is used.
 *
 * @public
 */
export interface ClusterConnection extends ClusterReference {
  readonly kubernetes: KubernetesClient;

  /**
   * A kubeconfig with exactly one cluster, user and context and all credentials inlined, for
   * programs such as Helm. It is a secret: write it only where nobody else can read it.
   *
   * @throws `ServiceUnavailableError` when the credentials are not there (yet)
   */
  kubeconfig(): Promise<string>;
}

/**
 * The clusters that this backend may reach.
 *
 * @remarks
 * The address and the credentials of a cluster come from here only, looked up by its id, never from
 * a catalog entity or an action's input: whoever could choose the address could make the backend
 * talk to a server of their own.
 *
 * @public
 */
export interface ClusterConnections {
  list(): ClusterReference[];

  /**
   * @throws `NotFoundError` when no such cluster is configured
   */
  connect(clusterId: string): Promise<ClusterConnection>;
}
