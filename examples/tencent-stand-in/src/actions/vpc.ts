import { ActionContext } from './actions';

/** DescribeVpcs */
export function describeVpcs({ cloud, request }: ActionContext): object {
  const { VpcIds: ids, Filters: filters = [] } = request as {
    VpcIds?: string[];
    Filters?: { Name: string; Values: string[] }[];
  };
  const found = cloud.network.vpcs.filter(
    ({ vpcId }) =>
      (!ids || ids.includes(vpcId)) &&
      filters.every(
        ({ Name, Values }) => Name !== 'vpc-id' || Values.includes(vpcId),
      ),
  );
  return {
    TotalCount: found.length,
    VpcSet: found.map(({ vpcId, name, cidr, secondaryCidrs }) => ({
      VpcId: vpcId,
      VpcName: name,
      CidrBlock: cidr,
      AssistantCidrSet: secondaryCidrs.map(CidrBlock => ({ CidrBlock })),
    })),
  };
}

/** DescribeSubnets */
export function describeSubnets({ cloud, request }: ActionContext): object {
  const { SubnetIds: ids, Filters: filters = [] } = request as {
    SubnetIds?: string[];
    Filters?: { Name: string; Values: string[] }[];
  };
  const found = cloud.network.subnets.filter(
    ({ subnetId, vpcId }) =>
      (!ids || ids.includes(subnetId)) &&
      filters.every(
        ({ Name, Values }) => Name !== 'vpc-id' || Values.includes(vpcId),
      ),
  );
  return {
    TotalCount: found.length,
    SubnetSet: found.map(subnet => ({
      SubnetId: subnet.subnetId,
      SubnetName: subnet.name,
      VpcId: subnet.vpcId,
      CidrBlock: subnet.cidr,
      Zone: subnet.zone,
      AvailableIpAddressCount: subnet.freeAddresses,
    })),
  };
}

/** DescribeSecurityGroups */
export function describeSecurityGroups({ cloud }: ActionContext): object {
  const groups = cloud.network.securityGroups;
  return {
    TotalCount: groups.length,
    SecurityGroupSet: groups.map(({ securityGroupId, name }) => ({
      SecurityGroupId: securityGroupId,
      SecurityGroupName: name,
    })),
  };
}
