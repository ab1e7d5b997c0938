/** The private networks of an account, the same in each of its regions. */
export type CloudNetwork = {
  vpcs: {
    vpcId: string;
    name: string;
    cidr: string;
    secondaryCidrs: string[];
  }[];
  subnets: {
    subnetId: string;
    vpcId: string;
    name: string;
    cidr: string;
    zone: string;
    freeAddresses: number;
  }[];
  securityGroups: {
    securityGroupId: string;
    name: string;
    description?: string;
  }[];
};

/** What an account has unless told otherwise. */
export const DEMO_NETWORK: CloudNetwork = {
  vpcs: [
    {
      vpcId: 'vpc-demo0001',
      name: 'demo',
      cidr: '10.10.0.0/16',
      secondaryCidrs: ['100.64.0.0/16'],
    },
    {
      vpcId: 'vpc-demo0002',
      name: 'empty',
      cidr: '10.20.0.0/16',
      secondaryCidrs: [],
    },
  ],
  subnets: [
    ['subnet-demopod1', 'pods 3', '10.10.0.0/18', 'ap-guangzhou-3'],
    ['subnet-demopod2', 'pods 6', '10.10.64.0/18', 'ap-guangzhou-6'],
    ['subnet-demonode', 'nodes', '10.10.128.0/24', 'ap-guangzhou-3'],
  ].map(([subnetId, name, cidr, zone]) => ({
    subnetId,
    vpcId: 'vpc-demo0001',
    name,
    cidr,
    zone,
    freeAddresses: 250,
  })),
  securityGroups: [{ securityGroupId: 'sg-demo0001', name: 'default' }],
};

/** Whether something with an address of its own fits into a subnet. */
export function hasFreeAddress(
  { subnets }: CloudNetwork,
  subnetId: string | undefined,
): boolean {
  return subnets.some(
    subnet => subnet.subnetId === subnetId && subnet.freeAddresses > 0,
  );
}
