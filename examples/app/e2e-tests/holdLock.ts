import { ApiServerClient, type LocalCluster } from '@tke-cilium/local-cluster';
import {
  CILIUM_NAMESPACE,
  FIELD_MANAGER,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * Holds the lock on a cluster as another run would, so that a step which changes something waits for
 * as long as somebody looks at it.
 *
 * @returns gives the lock back
 */
export async function holdLock(
  cluster: LocalCluster,
): Promise<() => Promise<void>> {
  const client = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
  const now = new Date().toISOString().replace('Z', '000Z');
  const lease = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: FIELD_MANAGER, namespace: CILIUM_NAMESPACE },
    spec: {
      holderIdentity: 'the browser test',
      leaseDurationSeconds: 600,
      acquireTime: now,
      renewTime: now,
    },
  };
  await client.create(lease);
  return () => client.delete(lease);
}
