import {
  checkPlannedNodes,
  type PlannedNodes,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import type { CloudPhase } from './CloudPhase';
import { readNodeSurroundings } from './readNodeSurroundings';
import { readSubnetsOf } from './readSubnetsOf';
import { refuse } from './refuse';

/**
 * Ends a dry run that would fail because the account does not have what nodes are to be made from.
 * Otherwise the API says so itself.
 *
 * @throws InputError that has all of it
 */
export async function refuseUnfitNodes(
  phase: CloudPhase,
  cluster: Cluster,
  nodes: PlannedNodes,
): Promise<void> {
  const vpcId = cluster.ClusterNetworkSettings?.VpcId ?? '';
  const [subnets, around] = await Promise.all([
    readSubnetsOf(phase, vpcId),
    readNodeSurroundings(phase, nodes),
  ]);
  refuse(phase, checkPlannedNodes(nodes, { vpcId, subnets }, around));
}
