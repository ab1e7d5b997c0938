import { HttpsKubernetesClient } from '../kubernetes/HttpsKubernetesClient';
import { AccessSource } from './ApiServerAccess';
import { ClusterConnection, ClusterReference } from './ClusterConnections';

/** A connection that asks for the access whenever it is used. */
export function connectionTo(
  cluster: ClusterReference,
  source: AccessSource,
): ClusterConnection {
  return {
    ...cluster,
    kubernetes: HttpsKubernetesClient.create({
      clusterId: cluster.clusterId,
      access: refused => source.access(refused),
    }),
    kubeconfig: async () => (await source.access()).kubeconfig,
  };
}
