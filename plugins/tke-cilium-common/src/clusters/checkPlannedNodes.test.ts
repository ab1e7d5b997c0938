import { checkPlannedNodes } from './checkPlannedNodes';
import { NodeSurroundings, PlannedNodes } from './plannedNodes';

const SUBNETS = [
  { subnetId: 'subnet-a', vpcId: 'vpc-1', freeAddresses: 3, zone: 'zone-3' },
  { subnetId: 'subnet-b', vpcId: 'vpc-1', freeAddresses: 1, zone: 'zone-6' },
  { subnetId: 'subnet-c', vpcId: 'vpc-2', freeAddresses: 9, zone: 'zone-3' },
];

const AROUND: NodeSurroundings = {
  securityGroupIds: ['sg-1'],
  sshKeyIds: ['skey-1'],
  machines: [
    { instanceType: 'SA5.MEDIUM4', family: 'SA5', zones: ['zone-3'] },
    { instanceType: 'S5.MEDIUM4', family: 'S5', zones: ['zone-6'] },
    { instanceType: 'GN7.LARGE20', family: 'GN7', zones: [] },
  ],
};

const NODES: PlannedNodes = {
  subnetIds: ['subnet-a'],
  securityGroupIds: ['sg-1'],
  sshKeyIds: ['skey-1'],
  instanceTypes: ['SA5.MEDIUM4'],
  replicas: 2,
};

describe('checkPlannedNodes', () => {
  it.each<[string, Partial<PlannedNodes>, string[]]>([
    ['nodes that can be had', {}, []],
    [
      'none at all',
      { sshKeyIds: [], instanceTypes: [], instanceFamilies: [], replicas: 0 },
      [],
    ],
    ['a type of several', { instanceTypes: ['S5.MEDIUM4', 'SA5.MEDIUM4'] }, []],
    [
      'a family of several',
      { instanceTypes: [], instanceFamilies: ['S5', 'SA5'] },
      [],
    ],
    [
      'several subnets',
      { subnetIds: ['subnet-a', 'subnet-b'], replicas: 3 },
      [],
    ],
    [
      'a type in the zone of the second subnet',
      {
        subnetIds: ['subnet-a', 'subnet-b'],
        instanceTypes: ['S5.MEDIUM4'],
      },
      [],
    ],
    [
      'a subnet of another VPC',
      { subnetIds: ['subnet-c'] },
      ['There is no subnet subnet-c in vpc-1.'],
    ],
    [
      'more nodes than addresses',
      { replicas: 3 },
      ['The subnets subnet-a have 3 free addresses, and 4 are needed'],
    ],
    [
      'no such security group',
      { securityGroupIds: ['sg-1', 'sg-2'] },
      ['There is no security group sg-2'],
    ],
    [
      'no such SSH key',
      { sshKeyIds: ['skey-2'] },
      ['There is no SSH key skey-2'],
    ],
    [
      'a type that another zone sells',
      { instanceTypes: ['S5.MEDIUM4'] },
      ['S5.MEDIUM4 cannot be bought in zone-3 now; zones that sell: zone-6.'],
    ],
    [
      'a family that is sold out, and one that there is not',
      { instanceTypes: [], instanceFamilies: ['GN7', 'X1'] },
      ['GN7, X1 cannot be bought in zone-3 now; zones that sell: none.'],
    ],
  ])('judges %s', (_, changes, expected) => {
    expect(
      checkPlannedNodes(
        { ...NODES, ...changes },
        { vpcId: 'vpc-1', subnets: SUBNETS },
        AROUND,
      ).map(({ message }) => message),
    ).toEqual(expected.map(text => expect.stringContaining(text)));
  });

  it('does not say of every subnet that it is not in a VPC that there is not', () => {
    expect(
      checkPlannedNodes(NODES, { vpcId: 'vpc-9', subnets: undefined }, AROUND),
    ).toEqual([]);
  });
});
