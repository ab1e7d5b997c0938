import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { InstanceTypeQuotaItem } from 'tencentcloud-sdk-nodejs-cvm/tencentcloud/services/cvm/v20170312/cvm_models';
import { toInstanceFamilyChoices } from './familyChoices';
import { toInstanceTypeChoices, toKeyPairChoices } from './machineChoices';
import {
  toSecurityGroupChoice,
  toSubnetChoices,
  toVpcChoice,
} from './networkChoices';
import { toRegionChoices } from './regionChoices';
import { toVersionChoices } from './versionChoices';

const versions = (...all: string[]) =>
  all.map(Version => ({ Name: 'k8s', Version }));

const subnet = (SubnetId: string, AvailableIpAddressCount: number) => ({
  SubnetId,
  SubnetName: SubnetId.replace('subnet-', 'name '),
  VpcId: 'vpc-1',
  CidrBlock: '10.0.0.0/24',
  Zone: 'ap-guangzhou-3',
  AvailableIpAddressCount,
});

const offer = (
  InstanceType: string,
  changes: InstanceTypeQuotaItem = {},
): InstanceTypeQuotaItem => ({
  InstanceType,
  InstanceFamily: InstanceType.split('.')[0],
  Zone: 'ap-guangzhou-3',
  TypeName: 'Standard',
  Cpu: 2,
  Memory: 4,
  Gpu: 0,
  Status: 'SELL',
  ...changes,
});

const valuesOf = (choices: CloudChoice[]) => choices.map(({ value }) => value);

describe('what a form may offer', () => {
  it.each<[string, CloudChoice[], CloudChoice[]]>([
    [
      'regions that are available',
      toRegionChoices([
        {
          Region: 'ap-guangzhou',
          RegionName: 'South China (Guangzhou)',
          RegionState: 'AVAILABLE',
        },
        { Region: 'ap-shanghai', RegionState: 'UNAVAILABLE' },
        { Region: 'ap-beijing' },
      ]),
      [
        { value: 'ap-guangzhou', title: 'South China (Guangzhou)' },
        { value: 'ap-beijing' },
      ],
    ],
    [
      'versions that Cilium runs on, newest first',
      toVersionChoices(
        versions('1.30.0', '1.9.9', '1.29.9', '1.34.1', '1.32.10', '1.32.2'),
      ),
      ['1.34.1', '1.32.10', '1.32.2', '1.30.0'].map(value => ({ value })),
    ],
    [
      'no version that is none',
      toVersionChoices([...versions('latest', ''), { Name: 'k8s' }]),
      [],
    ],
    [
      'a VPC with all of its addresses',
      [
        toVpcChoice({
          VpcId: 'vpc-1',
          VpcName: 'shop',
          CidrBlock: '10.0.0.0/16',
          AssistantCidrSet: [
            { CidrBlock: '100.64.0.0/16' },
            { CidrBlock: '100.65.0.0/16' },
          ],
        }),
      ],
      [
        {
          value: 'vpc-1',
          title: 'shop',
          details: {
            cidrBlock: '10.0.0.0/16',
            secondaryCidrBlocks: '100.64.0.0/16, 100.65.0.0/16',
          },
        },
      ],
    ],
    [
      'a subnet with its free addresses, be there none',
      toSubnetChoices([subnet('subnet-1', 0)]),
      [
        {
          value: 'subnet-1',
          title: 'name 1',
          details: {
            vpcId: 'vpc-1',
            zone: 'ap-guangzhou-3',
            cidrBlock: '10.0.0.0/24',
            availableAddresses: 0,
          },
        },
      ],
    ],
    [
      'a security group, with or without a description',
      [
        { SecurityGroupDesc: 'of all nodes' },
        { SecurityGroupDesc: '' },
        {},
      ].map(more =>
        toSecurityGroupChoice({
          SecurityGroupId: 'sg-1',
          SecurityGroupName: 'nodes',
          ...more,
        }),
      ),
      [
        {
          value: 'sg-1',
          title: 'nodes',
          details: { description: 'of all nodes' },
        },
        { value: 'sg-1', title: 'nodes' },
        { value: 'sg-1', title: 'nodes' },
      ],
    ],
    [
      'an instance type once, with the zones that sell it',
      toInstanceTypeChoices([
        offer('SA5.MEDIUM4', { Zone: 'ap-guangzhou-10' }),
        offer('SA5.MEDIUM4', { Zone: 'ap-guangzhou-6', Status: 'SOLD_OUT' }),
        offer('SA5.MEDIUM4'),
      ]),
      [
        {
          value: 'SA5.MEDIUM4',
          title: 'Standard',
          details: {
            family: 'SA5',
            cpu: 2,
            memoryGiB: 4,
            zones: 'ap-guangzhou-3, ap-guangzhou-10',
          },
        },
      ],
    ],
    [
      'an instance type that is sold out in every zone, and says so',
      toInstanceTypeChoices([
        offer('GN7.2XLARGE32', { Gpu: 1, Status: 'SOLD_OUT' }),
      ]),
      [
        {
          value: 'GN7.2XLARGE32',
          title: 'Standard',
          details: {
            family: 'GN7',
            cpu: 2,
            memoryGiB: 4,
            gpus: 1,
            status: 'sold-out',
          },
        },
      ],
    ],
    [
      'nothing that has no name to be asked for by',
      [...toInstanceTypeChoices([{ Cpu: 2 }]), ...toKeyPairChoices([{}])],
      [],
    ],
    [
      'an SSH key without the key itself',
      toKeyPairChoices([
        {
          KeyId: 'skey-1',
          KeyName: 'ops',
          PublicKey: 'ssh-ed25519 AAAA',
          PrivateKey: 'secret',
        },
      ]),
      [{ value: 'skey-1', title: 'ops' }],
    ],
  ])('is %s', (_, choices, expected) => {
    expect(choices).toEqual(expected);
  });

  it('has the subnets with free addresses first, each by name', () => {
    const choices = toSubnetChoices(
      ['subnet-10', 'subnet-9', 'subnet-1', 'subnet-2'].map((id, index) =>
        subnet(id, index % 2),
      ),
    );
    expect(valuesOf(choices)).toEqual([
      'subnet-2',
      'subnet-9',
      'subnet-1',
      'subnet-10',
    ]);
  });

  it('has each instance family once, with what is sold of it, sold out ones last', () => {
    const choices = toInstanceFamilyChoices(
      toInstanceTypeChoices([
        offer('GN7.LARGE', { Cpu: 4, Status: 'SOLD_OUT' }),
        offer('SA5.SMALL', { Cpu: 1, Status: 'SOLD_OUT' }),
        offer('SA5.LARGE8', { Cpu: 4, Zone: 'ap-guangzhou-10' }),
        offer('SA5.MEDIUM4'),
        offer('S10.MEDIUM4'),
        offer('S5.MEDIUM4'),
      ]),
    );
    const [zone, title] = ['ap-guangzhou-3', 'Standard'];
    const two = { minimumCpu: 2, maximumCpu: 2 };
    expect(choices).toEqual([
      { value: 'S5', title, details: { ...two, zones: zone } },
      { value: 'S10', title, details: { ...two, zones: zone } },
      {
        value: 'SA5',
        title,
        details: {
          minimumCpu: 2,
          maximumCpu: 4,
          zones: `${zone}, ap-guangzhou-10`,
        },
      },
      {
        value: 'GN7',
        title,
        details: { minimumCpu: 4, maximumCpu: 4, status: 'sold-out' },
      },
    ]);
  });

  it('has instance types by family and size, sold out ones last', () => {
    const choices = toInstanceTypeChoices([
      offer('A1.SMALL', { Status: 'SOLD_OUT' }),
      offer('SA5.LARGE8', { Cpu: 4, Memory: 8 }),
      offer('SA5.MEDIUM8', { Memory: 8 }),
      offer('SA5.MEDIUM4'),
      offer('S5.LARGE8', { Cpu: 4, Memory: 8 }),
    ]);
    expect(valuesOf(choices)).toEqual([
      'S5.LARGE8',
      'SA5.MEDIUM4',
      'SA5.MEDIUM8',
      'SA5.LARGE8',
      'A1.SMALL',
    ]);
  });
});
