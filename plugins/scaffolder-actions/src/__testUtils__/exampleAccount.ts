import { CloudOptions } from '@tke-cilium/tencent-stand-in';

const VPC = {
  vpcId: 'vpc-a1b2c3d4',
  name: 'shop',
  cidr: '10.10.0.0/16',
  secondaryCidrs: [],
};

/** An account with what the examples of the actions name, and how a Backstage knows it. */
export const EXAMPLE_ACCOUNT = {
  account: 'production',
  access: 'intranet',
  cloud: {
    network: {
      vpcs: [VPC],
      subnets: [
        ['subnet-12sxk3z4', '10.10.0.0/18', 'ap-guangzhou-3'],
        ['subnet-b8qyi2dk', '10.10.64.0/18', 'ap-guangzhou-6'],
        ['subnet-0a1b2c3d', '10.10.128.0/24', 'ap-guangzhou-3'],
      ].map(([subnetId, cidr, zone]) => ({
        vpcId: VPC.vpcId,
        subnetId,
        name: subnetId,
        cidr,
        zone,
        freeAddresses: 250,
      })),
      securityGroups: [{ securityGroupId: 'sg-a1b2c3d4', name: 'nodes' }],
    },
    machines: {
      instanceTypes: ['S5', 'SA2', 'SA5'].map(family => ({
        instanceType: `${family}.MEDIUM4`,
        typeName: `Standard ${family}`,
        cpu: 2,
        memoryGiB: 4,
        zones: [{ zone: 3 }, { zone: 6 }],
      })),
      keyPairs: [{ keyId: 'skey-a1b2c3d4', name: 'nodes', publicKey: '' }],
    },
  } satisfies CloudOptions,
} as const;
