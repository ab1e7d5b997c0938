import {
  applyCniConfig,
  disableTkeComponents,
  installCilium as runInstall,
  upgradeEniAgent,
  type HelmClient,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import type { LocalCluster } from '@tke-cilium/local-cluster';
import { print } from '../print';
import { phaseContext } from './phaseContext';
import { PROFILE } from './profile';

/**
 * Installs Cilium on an empty cluster with the product's own phases, in the
 * order of the template.
 */
export async function installCilium(
  cluster: LocalCluster,
  helm: HelmClient,
): Promise<void> {
  const context = await phaseContext(cluster);
  const phases = [
    () => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
    () => applyCniConfig(context, {}),
    () => disableTkeComponents(context, { profile: PROFILE }),
    () => runInstall(context, { profile: PROFILE, helm }),
  ];
  for (const phase of phases) {
    const { summary } = await phase();
    print(`${cluster.id}: ${summary}`);
  }
}
