// What is used of the private network's API, version 2017-03-12. Its SDK package holds the models of
// some hundred actions; offset and limit are strings there, unlike in the container service.

type Page = { Offset?: string; Limit?: string };
type Filters = { Filters?: { Name: string; Values: string[] }[] };

/** A private network. */
export type Vpc = {
  VpcId: string;
  VpcName: string;
  CidrBlock: string;
  /** Secondary CIDRs, and those of containers. */
  AssistantCidrSet?: { CidrBlock: string }[];
};

/** A subnet of a private network. */
export type Subnet = {
  SubnetId: string;
  SubnetName: string;
  VpcId: string;
  CidrBlock: string;
  Zone: string;
  AvailableIpAddressCount: number;
};

/** A security group. */
export type SecurityGroup = {
  SecurityGroupId: string;
  SecurityGroupName: string;
  SecurityGroupDesc?: string;
};

/** Ids or filters, not both. */
export type DescribeVpcsRequest = Page & Filters & { VpcIds?: string[] };
export type DescribeVpcsResponse = { TotalCount: number; VpcSet: Vpc[] };

/** Ids or filters, not both. */
export type DescribeSubnetsRequest = Page & Filters & { SubnetIds?: string[] };
export type DescribeSubnetsResponse = {
  TotalCount: number;
  SubnetSet: Subnet[];
};

/** Ids or filters, not both. */
export type DescribeSecurityGroupsRequest = Page &
  Filters & { SecurityGroupIds?: string[] };
export type DescribeSecurityGroupsResponse = {
  TotalCount: number;
  SecurityGroupSet: SecurityGroup[];
};
