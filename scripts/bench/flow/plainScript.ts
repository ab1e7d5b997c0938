import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiServerClient } from '@tke-cilium/local-cluster';
import {
  addNodePool,
  addSuperNode,
  createCluster,
  openEndpoint,
  readKubeconfig,
  removeSuperNode,
  upgradeEniAgent,
} from './cloudSteps';
import {
  disableTkeComponents,
  installCilium,
  waitForAgents,
  writeCniConfig,
} from './clusterSteps';
import type { PlainApi } from './PlainApi';

/**
 * What somebody would write who follows the guide by hand: the steps of the template, one after the
 * other, with the same API, `kubectl` and Helm. It checks nothing, and cannot run twice.
 */
export async function runPlainScript(
  api: PlainApi,
  name: string,
): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tke-cilium-script-'));
  const kubeconfig = path.join(directory, 'kubeconfig');
  try {
    const clusterId = await createCluster(api, name);
    const superNode = await addSuperNode(api, clusterId);
    const address = await openEndpoint(api, clusterId);
    await upgradeEniAgent(api, clusterId);
    await writeFile(kubeconfig, await readKubeconfig(api, clusterId, address), {
      mode: 0o600,
    });
    const kubectl = await ApiServerClient.fromKubeconfig(kubeconfig);
    await writeCniConfig(kubectl);
    await disableTkeComponents(kubectl);
    await installCilium(kubectl, { directory, kubeconfig });
    await addNodePool(api, clusterId);
    await waitForAgents(api, kubectl);
    await removeSuperNode(api, clusterId, superNode);
    kubectl.close();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
