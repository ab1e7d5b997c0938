import { listAll, toVpcPage } from './listAll';
import type { TencentCloudRegion } from './TencentCloudRegions';
import type { Subnet } from './vpcModels';

/** The subnets of a VPC, or of all in the region. There are none of a VPC that does not exist. */
export async function listSubnets(
  { api, region }: TencentCloudRegion,
  vpcId: string | undefined,
  signal: AbortSignal,
): Promise<Subnet[]> {
  return listAll<Subnet>(async page => {
    const { TotalCount: total, SubnetSet: items } = await api.call(
      'DescribeSubnets',
      {
        ...(vpcId && { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] }),
        ...toVpcPage(page),
      },
      {
        region,
        subject: vpcId ? `the subnets of ${vpcId}` : 'the subnets',
        signal,
      },
    );
    return { total, items };
  });
}
