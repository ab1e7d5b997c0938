// What is used of the private network's API, version 2017-03-12. Written here, as its SDK package
// cannot be had everywhere; the stand-in of the tests holds it to the types of the whole SDK. Offset
// and limit are strings there, unlike in the container service.

/** Where a page of a list begins, and its length. @public */
export type VpcPage = { Offset?: string; Limit?: string };
/** What a list is narrowed down to. @public */
export type VpcFilters = { Filters?: { Name: string; Values: string[] }[] };

/** A private network. @public */
export type Vpc = {
  VpcId: string;
  VpcName: string;
  CidrBlock: string;
  /** Secondary CIDRs, and those of containers. */
  AssistantCidrSet?: { CidrBlock: string }[];
};

/** A subnet of a private network. @public */
export type Subnet = {
  SubnetId: string;
  SubnetName: string;
  VpcId: string;
  CidrBlock: string;
  Zone: string;
  AvailableIpAddressCount: number;
};

/** A security group. @public */
export type SecurityGroup = {
  SecurityGroupId: string;
  SecurityGroupName: string;
  SecurityGroupDesc?: string;
};

/** Ids or filters, not both. @public */
export type DescribeVpcsRequest = VpcPage & VpcFilters & { VpcIds?: string[] };
/** What it is answered with. @public */
export type DescribeVpcsResponse = { TotalCount: number; VpcSet: Vpc[] };

/** Ids or filters, not both. @public */
export type DescribeSubnetsRequest = VpcPage &
  VpcFilters & { SubnetIds?: string[] };
/** What it is answered with. @public */
export type DescribeSubnetsResponse = {
  TotalCount: number;
  SubnetSet: Subnet[];
};

/** Ids or filters, not both. @public */
export type DescribeSecurityGroupsRequest = VpcPage &
  VpcFilters & { SecurityGroupIds?: string[] };
/** What it is answered with. @public */
export type DescribeSecurityGroupsResponse = {
  TotalCount: number;
  SecurityGroupSet: SecurityGroup[];
};
