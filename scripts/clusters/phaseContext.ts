import { ConfigReader } from '@backstage/config';
import {
  ConfigClusterConnections,
  type PhaseContext,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import type { LocalCluster } from '@tke-cilium/local-cluster';

/** What the product's phases need to work on a local cluster. */
export async function phaseContext(
  cluster: LocalCluster,
): Promise<PhaseContext> {
  const connections = ConfigClusterConnections.fromConfig(
    new ConfigReader({
      tkeCilium: {
        clusters: [
          { id: cluster.id, kubeconfig: { path: cluster.kubeconfigPath } },
        ],
      },
    }),
  );
  return {
    connection: await connections.connect(cluster.id),
    log: {
      info: () => {},
      // The cluster's page shows what there is to say about it.
      warn: () => {},
    },
    // Ctrl-C ends this process, and the cluster with it.
    signal: new AbortController().signal,
    dryRun: false,
  };
}
