import {
  CloudChoice,
  CloudChoiceKind,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Machine types as a region has them: so many that they have to be searched. */
const INSTANCE_TYPES: CloudChoice[] = ['S5', 'SA5', 'SA9', 'GN7'].flatMap(
  family =>
    Array.from({ length: 80 }, (_, index) => ({
      value: `${family}.${index + 1}XLARGE${(index + 1) * 16}`,
      title: family === 'GN7' ? 'GPU' : 'Standard',
      details: {
        family,
        cpu: (index + 1) * 4,
        memoryGiB: (index + 1) * 16,
        ...(family === 'GN7' && { gpus: 1, status: 'sold-out' }),
      },
    })),
);

const INSTANCE_FAMILIES: CloudChoice[] = ['S5', 'SA5', 'SA9', 'GN7'].map(
  family => ({
    value: family,
    title: family === 'GN7' ? 'GPU' : `Standard ${family}`,
    details: {
      minimumCpu: 4,
      maximumCpu: 320,
      ...(family === 'GN7'
        ? { status: 'sold-out' }
        : { zones: 'ap-guangzhou-6, ap-guangzhou-7' }),
    },
  }),
);

/** What a made-up account has. */
export const CANNED_CHOICES: Partial<Record<CloudChoiceKind, CloudChoice[]>> = {
  vpcs: [
    {
      value: 'vpc-9k2m4x7q',
      title: 'production',
      details: {
        cidrBlock: '10.10.0.0/16',
        secondaryCidrBlocks: '100.64.0.0/16, 100.65.0.0/16',
      },
    },
    {
      value: 'vpc-3h8d5w1c',
      title: 'staging',
      details: { cidrBlock: '10.20.0.0/16' },
    },
  ],
  subnets: [
    {
      value: 'subnet-5t7r2e9a',
      title: 'pods-a',
      details: {
        vpcId: 'vpc-9k2m4x7q',
        zone: 'ap-guangzhou-6',
        cidrBlock: '10.10.0.0/20',
        availableAddresses: 3871,
      },
    },
    {
      value: 'subnet-8b4n6v1z',
      title: 'pods-b',
      details: {
        vpcId: 'vpc-9k2m4x7q',
        zone: 'ap-guangzhou-7',
        cidrBlock: '10.10.16.0/20',
        availableAddresses: 1,
      },
    },
    {
      value: 'subnet-2f6g8j3l',
      title: 'the-one-with-a-name-that-goes-on-and-on-until-it-is-sixty-long',
      details: {
        vpcId: 'vpc-9k2m4x7q',
        zone: 'ap-guangzhou-6',
        cidrBlock: '10.10.32.0/24',
        availableAddresses: 0,
      },
    },
  ],
  'security-groups': [],
  'instance-types': INSTANCE_TYPES,
  'instance-families': INSTANCE_FAMILIES,
};
