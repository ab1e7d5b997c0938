import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { callCloud } from '../cloudPhases/CloudPhase';
import { requireCluster } from '../cloudPhases/readCluster';
import { listAll, toVpcPage } from '../tencentCloud/listAll';
import { listSubnets } from '../tencentCloud/listSubnets';
import type { SecurityGroup, Subnet, Vpc } from '../tencentCloud/vpcModels';
import type { Asked } from './CloudChoiceQuery';
import { compareChoices } from './compareChoices';
import { createChoice } from './createChoice';

/** The VPCs of the region. */
export async function readVpcs(asked: Asked): Promise<CloudChoice[]> {
  const vpcs = await listAll<Vpc>(async page => {
    const { TotalCount: total, VpcSet: items } = await callCloud(
      asked,
      'DescribeVpcs',
      toVpcPage(page),
      'the VPCs',
    );
    return { total, items };
  });
  return vpcs.map(toVpcChoice).sort(compareChoices);
}

/**
 * The subnets of a VPC, or of all.
 *
 * @throws NotFoundError when there is no such cluster
 */
export async function readSubnets(
  asked: Asked,
  { vpcId, clusterId }: { vpcId?: string; clusterId?: string },
): Promise<CloudChoice[]> {
  const cluster = clusterId && (await requireCluster(asked, clusterId));
  return toSubnetChoices(
    await listSubnets(
      asked.cloud,
      cluster ? cluster.ClusterNetworkSettings?.VpcId : vpcId,
      asked.signal,
    ),
  );
}

/** The security groups of the region. */
export async function readSecurityGroups(asked: Asked): Promise<CloudChoice[]> {
  const groups = await listAll<SecurityGroup>(async page => {
    const { TotalCount: total, SecurityGroupSet: items } = await callCloud(
      asked,
      'DescribeSecurityGroups',
      toVpcPage(page),
      'the security groups',
    );
    return { total, items };
  });
  return groups.map(toSecurityGroupChoice).sort(compareChoices);
}

/** With all of its addresses. */
export function toVpcChoice(vpc: Vpc): CloudChoice {
  return createChoice(vpc.VpcId, vpc.VpcName, {
    cidrBlock: vpc.CidrBlock,
    secondaryCidrBlocks: (vpc.AssistantCidrSet ?? [])
      .map(({ CidrBlock: cidr }) => cidr)
      .join(', '),
  });
}

/** Those without a free address last: somebody who looks for one should see why it is no choice. */
export function toSubnetChoices(subnets: readonly Subnet[]): CloudChoice[] {
  const choices = subnets
    .map(subnet =>
      createChoice(subnet.SubnetId, subnet.SubnetName, {
        vpcId: subnet.VpcId,
        zone: subnet.Zone,
        cidrBlock: subnet.CidrBlock,
        availableAddresses: subnet.AvailableIpAddressCount,
      }),
    )
    .sort(compareChoices);
  const isFull = ({ details }: CloudChoice) =>
    details?.availableAddresses === 0;
  return [
    ...choices.filter(choice => !isFull(choice)),
    ...choices.filter(isFull),
  ];
}

/** With what its owner wrote about it. */
export function toSecurityGroupChoice(group: SecurityGroup): CloudChoice {
  return createChoice(group.SecurityGroupId, group.SecurityGroupName, {
    description: group.SecurityGroupDesc,
  });
}
