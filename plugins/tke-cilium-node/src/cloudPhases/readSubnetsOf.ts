import type { ClusterSurroundings } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { listSubnets } from '../tencentCloud/listSubnets';
import type { CloudPhase } from './CloudPhase';

/** The subnets of a VPC, with their free addresses. */
export async function readSubnetsOf(
  { cloud, signal }: Pick<CloudPhase, 'cloud' | 'signal'>,
  vpcId: string,
): Promise<ClusterSurroundings['subnets']> {
  const subnets = await listSubnets(cloud, vpcId, signal);
  return subnets.map(subnet => ({
    subnetId: subnet.SubnetId,
    vpcId: subnet.VpcId,
    freeAddresses: subnet.AvailableIpAddressCount,
    zone: subnet.Zone,
  }));
}
