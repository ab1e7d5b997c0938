import type {
  ClusterInput,
  ClusterSurroundings,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { callCloud, CloudPhase } from './CloudPhase';
import { readNodeSurroundings } from './readNodeSurroundings';
import { readSubnetsOf } from './readSubnetsOf';

/**
 * What a new cluster has to fit into: the versions that there are, its VPC and subnets, and what its
 * nodes can be made from where some are planned.
 */
export async function readSurroundings(
  phase: CloudPhase,
  { vpcId, nodes }: ClusterInput,
): Promise<ClusterSurroundings> {
  const [versions, vpcs, subnets, forNodes] = await Promise.all([
    callCloud(phase, 'DescribeVersions', {}, 'the versions of Kubernetes'),
    callCloud(
      phase,
      'DescribeVpcs',
      // By a filter: an id that does not exist would be an error.
      { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] },
      vpcId,
    ),
    readSubnetsOf(phase, vpcId),
    nodes && readNodeSurroundings(phase, nodes),
  ]);
  const vpc = vpcs.VpcSet.find(each => each.VpcId === vpcId);
  return {
    kubernetesVersions: (versions.VersionInstanceSet ?? []).flatMap(
      ({ Version: version }) => version ?? [],
    ),
    vpcCidrs: vpc && [
      vpc.CidrBlock,
      ...(vpc.AssistantCidrSet ?? []).map(({ CidrBlock: cidr }) => cidr),
    ],
    subnets,
    forNodes,
  };
}
