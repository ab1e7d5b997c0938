import { ActionContext } from './actions';
import { selectPage } from './selectPage';

/** DescribeVpcs */
export function describeVpcs({ cloud, request }: ActionContext): object {
  const { total, page } = selectPage(cloud.network.vpcs, request, {
    ids: 'VpcIds',
    idOf: ({ vpcId }) => vpcId,
    filters: { 'vpc-id': ({ vpcId }) => vpcId },
  });
  return {
    TotalCount: total,
    VpcSet: page.map(({ vpcId, name, cidr, secondaryCidrs }) => ({
      VpcId: vpcId,
      VpcName: name,
      CidrBlock: cidr,
      AssistantCidrSet: secondaryCidrs.map(CidrBlock => ({ CidrBlock })),
    })),
  };
}

/** DescribeSubnets */
export function describeSubnets({ cloud, request }: ActionContext): object {
  const { total, page } = selectPage(cloud.network.subnets, request, {
    ids: 'SubnetIds',
    idOf: ({ subnetId }) => subnetId,
    filters: {
      'subnet-id': ({ subnetId }) => subnetId,
      'vpc-id': ({ vpcId }) => vpcId,
      zone: ({ zone }) => zone,
    },
  });
  return {
    TotalCount: total,
    SubnetSet: page.map(subnet => ({
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
export function describeSecurityGroups({
  cloud,
  request,
}: ActionContext): object {
  const { total, page } = selectPage(cloud.network.securityGroups, request, {
    ids: 'SecurityGroupIds',
    idOf: ({ securityGroupId }) => securityGroupId,
    filters: {
      'security-group-id': ({ securityGroupId }) => securityGroupId,
    },
  });
  return {
    TotalCount: total,
    SecurityGroupSet: page.map(({ securityGroupId, name, description }) => ({
      SecurityGroupId: securityGroupId,
      SecurityGroupName: name,
      SecurityGroupDesc: description ?? '',
    })),
  };
}
