import { waitReady } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import type { LocalCluster } from '@tke-cilium/local-cluster';
import { print } from '../print';
import { phaseContext } from './phaseContext';
import { PROFILE } from './profile';

/** Adds nodes to a cluster that has Cilium, and waits until it runs on all. */
export async function addReadyNodes(
  cluster: LocalCluster,
  options: { count: number; total: number },
): Promise<void> {
  const { count, total } = options;
  await cluster.addNodes(count);
  const { summary } = await waitReady(await phaseContext(cluster), {
    profile: PROFILE,
    minimumReadyNodes: total,
  });
  print(`${cluster.id}: ${summary}`);
}
