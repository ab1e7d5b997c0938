import { getInstallProfile } from '../profiles/installProfiles';
import { checkExistingCluster, ExistingCluster } from './checkExistingCluster';
import { ClusterInput } from './clusterInput';

const FOUND: ExistingCluster = {
  clusterId: 'cls-1a2b3c4d',
  kubernetesVersion: '1.32.2',
  serviceCidr: '172.16.0.0/20',
  podSubnetIds: ['subnet-a', 'subnet-b'],
  owner: 'group:default/a',
  profile: 'guide-2026-08',
  level: 'L5',
  deletionProtection: true,
  fixedAddresses: false,
};

const WANTED: ClusterInput = {
  name: 'shop',
  profile: getInstallProfile('guide-2026-08'),
  kubernetesVersion: '1.32.2',
  vpcId: 'vpc-1',
  podSubnetIds: ['subnet-a'],
  serviceCidr: '172.16.0.0/20',
  owner: 'group:default/a',
};

describe('checkExistingCluster', () => {
  it.each<[string, Partial<ExistingCluster>, Partial<ClusterInput>, string[]]>([
    ['the same', {}, {}, []],
    [
      'what is not known, and what nobody asked for',
      {
        podSubnetIds: undefined,
        profile: undefined,
        level: undefined,
        deletionProtection: undefined,
        fixedAddresses: undefined,
      },
      { owner: undefined, karpenter: true },
      [],
    ],
    [
      'everything that cannot be changed at once',
      {},
      {
        kubernetesVersion: '1.30.0',
        serviceCidr: '172.17.0.0/20',
        profile: getInstallProfile('guide-2025-11'),
        owner: 'group:default/b',
        podSubnetIds: ['subnet-a', 'subnet-c'],
      },
      [
        'cls-1a2b3c4d has this name already, with Kubernetes 1.32.2, not 1.30.0, the service CIDR 172.16.0.0/20, not 172.17.0.0/20, the install profile guide-2026-08, not guide-2025-11, the owner group:default/a, not group:default/b, no Pods in subnet-c.',
      ],
    ],
    [
      'an owner where there was none',
      { owner: undefined },
      {},
      ['the owner nobody, not group:default/a'],
    ],
    [
      'what can be changed, and is not',
      { deletionProtection: false },
      { level: 'L20' },
      [
        'cls-1a2b3c4d is taken as it is, with the size L5, not L20, deletion protection off, not on.',
      ],
    ],
    [
      'Karpenter where addresses change',
      {},
      { karpenter: true },
      ['Pods of cls-1a2b3c4d do not keep their addresses'],
    ],
    [
      'Karpenter where they do not',
      { fixedAddresses: true },
      { karpenter: true },
      [],
    ],
  ])('judges %s', (_, found, wanted, expected) => {
    expect(
      checkExistingCluster(
        { ...FOUND, ...found },
        { ...WANTED, ...wanted },
      ).map(({ message }) => message),
    ).toEqual(expected.map(text => expect.stringContaining(text)));
  });
});
