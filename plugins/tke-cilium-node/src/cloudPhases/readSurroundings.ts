import type {
  ClusterInput,
  ClusterSurroundings,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { listSubnets } from '../tencentCloud/listSubnets';
import { callCloud, CloudPhase } from './CloudPhase';

/** What a new cluster has to fit into: the versions that there are, its VPC and subnets. */
export async function readSurroundings(
  phase: CloudPhase,
  { vpcId }: ClusterInput,
): Promise<ClusterSurroundings> {
  const [versions, vpcs, subnets] = await Promise.all([
    callCloud(phase, 'DescribeVersions', {}, 'the versions of Kubernetes'),
    callCloud(
      phase,
      'DescribeVpcs',
      // By a filter: an id that does not exist would be an error.
      { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] },
      vpcId,
    ),
    listSubnets(phase.cloud, vpcId, phase.signal),
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
    subnets: subnets.map(subnet => ({
      subnetId: subnet.SubnetId,
      vpcId: subnet.VpcId,
      freeAddresses: subnet.AvailableIpAddressCount,
    })),
  };
}
