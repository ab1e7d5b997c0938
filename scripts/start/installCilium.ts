import { ConfigReader } from '@backstage/config';
import type { LocalCluster } from '@tke-cilium/local-cluster';
import {
  applyCniConfig,
  ConfigClusterConnections,
  disableTkeComponents,
  HelmClient,
  installCilium as runInstall,
  upgradeEniAgent,
  waitReady,
  type PhaseContext,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { CHARTS_FOLDER, HELM_PATH } from './demoFiles';
import { print } from './print';

const NODES = 2;
const profile = 'guide-2026-08';

/**
 * Installs Cilium on an empty demo cluster with the product's own phases, in
 * the order of the template, and gives it nodes.
 */
export async function installCilium(cluster: LocalCluster): Promise<void> {
  const context = await phaseContext(cluster);
  const helm = HelmClient.create({
    command: HELM_PATH,
    chartsDirectory: CHARTS_FOLDER,
  });

  const phases = [
    () => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
    () => applyCniConfig(context, {}),
    () => disableTkeComponents(context, { profile }),
    () => runInstall(context, { profile, helm }),
  ];
  for (const phase of phases) {
    const { summary } = await phase();
    print(`${cluster.id}: ${summary}`);
  }

  await cluster.addNodes(NODES);
  const { summary } = await waitReady(context, {
    profile,
    minimumReadyNodes: NODES,
  });
  print(`${cluster.id}: ${summary}`);
}

async function phaseContext(cluster: LocalCluster): Promise<PhaseContext> {
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
