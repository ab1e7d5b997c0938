import { ConflictError } from '@backstage/errors';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  ClusterConnection,
  KubernetesObject,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';

/**
 * Makes sure that a task goes on against the cluster that it began on.
 *
 * @remarks
 * A cluster id outlives the cluster: a kubeconfig may be replaced, and a task may be retried days
 * later. The uid of the namespace `kube-system` does not, so it stands for the cluster itself. The
 * checkpoint remembers it for this step, the input `clusterUid` hands it from step to step.
 *
 * @returns the uid
 * @throws ConflictError when this is another cluster
 */
export async function pinCluster(
  ctx: Pick<
    ActionContext<{ clusterId: string; clusterUid?: string }>,
    'input' | 'checkpoint'
  >,
  connection: ClusterConnection,
  signal: AbortSignal,
): Promise<string> {
  const { clusterId, clusterUid } = ctx.input;
  const current = await readClusterUid(connection, signal);
  const remembered = await ctx.checkpoint({
    key: `cluster-uid.${clusterId}`,
    fn: () => current,
  });
  for (const expected of [remembered, clusterUid]) {
    if (expected && expected !== current) {
      throw new ConflictError(
        `${clusterId} is not the cluster that this task began on: namespace kube-system has the uid ${current}, expected ${expected}. The cluster was replaced, or its kubeconfig now leads elsewhere. Nothing was changed; start a new task if this is the cluster you mean.`,
      );
    }
  }
  return current;
}

async function readClusterUid(
  connection: ClusterConnection,
  signal: AbortSignal,
): Promise<string> {
  const namespace = await connection.kubernetes.get<KubernetesObject>(
    { apiVersion: 'v1', plural: 'namespaces', name: 'kube-system' },
    { signal },
  );
  const uid = namespace?.metadata.uid;
  if (!uid) {
    throw new ConflictError(
      `Cluster ${connection.clusterId} has no namespace kube-system: this is not the API server of a Kubernetes cluster. Check the kubeconfig of this connection.`,
    );
  }
  return uid;
}
