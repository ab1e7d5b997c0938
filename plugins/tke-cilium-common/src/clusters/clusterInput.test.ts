import { getInstallProfile } from '../profiles/installProfiles';
import { buildCreateCluster } from './buildCreateCluster';
import {
  checkClusterInput,
  checkClusterSurroundings,
} from './checkClusterInput';
import { ClusterInput, ClusterSurroundings } from './clusterInput';

const input: ClusterInput = {
  name: 'demo',
  profile: getInstallProfile('guide-2026-08'),
  kubernetesVersion: '1.32.2',
  vpcId: 'vpc-a1b2c3d4',
  podSubnetIds: ['subnet-a1b2c3d4'],
  serviceCidr: '172.16.0.0/20',
};

describe('checkClusterInput', () => {
  it.each<[Partial<ClusterInput>, string[]]>([
    [{}, []],
    [{ name: '集群-1', level: 'L20', karpenter: true }, []],
    [{ serviceCidr: '172.16.0.0/27' }, []],
    [{ name: '' }, ['name: "" is not a name']],
    [{ name: 'a'.repeat(51) }, ['name: "aaa']],
    [{ kubernetesVersion: '1.32' }, ['kubernetesVersion: "1.32"']],
    [{ kubernetesVersion: '1.28.3' }, ['cluster-version-too-old']],
    [{ vpcId: 'subnet-1' }, ['vpcId: "subnet-1"']],
    [{ podSubnetIds: [] }, ['podSubnetIds: VPC-CNI needs at least one']],
    [{ podSubnetIds: ['vpc-1'] }, ['podSubnetIds: "vpc-1"']],
    [{ serviceCidr: '172.16.0.1/20' }, ['serviceCidr: bits after /20']],
    [{ serviceCidr: '172.16.0.0/16' }, ['serviceCidr: its mask has 16 bits']],
    [{ serviceCidr: '172.16.0.0/28' }, ['serviceCidr: its mask has 28 bits']],
    [{ level: 'L6' as 'L5' }, ['level: "L6" is not one of']],
    [{ tags: { 'tke-cilium:owner': 'x' } }, ['tags: "tke-cilium:owner"']],
  ])('judges %j', (changes, expected) => {
    const found = checkClusterInput({ ...input, ...changes }).map(
      ({ code, parameters }) =>
        parameters?.field ? `${parameters.field}: ${parameters.reason}` : code,
    );
    expect(found).toEqual(expected.map(text => expect.stringContaining(text)));
  });
});

describe('checkClusterSurroundings', () => {
  const around: ClusterSurroundings = {
    kubernetesVersions: ['1.30.0', '1.32.2'],
    vpcCidrs: ['10.0.0.0/16', '100.64.0.0/16'],
    subnets: [
      {
        subnetId: 'subnet-a1b2c3d4',
        vpcId: 'vpc-a1b2c3d4',
        freeAddresses: 9,
        zone: 'ap-guangzhou-3',
      },
    ],
  };

  it.each<
    [string, Partial<ClusterInput>, Partial<ClusterSurroundings>, string[]]
  >([
    ['what fits', {}, {}, []],
    ['unknown versions', {}, { kubernetesVersions: [] }, []],
    [
      'a version that is not offered',
      { kubernetesVersion: '1.31.0' },
      {},
      ['cluster-version-not-offered'],
    ],
    ['no VPC', {}, { vpcCidrs: undefined }, ['cluster-vpc-not-found']],
    [
      'a service CIDR inside a secondary one',
      { serviceCidr: '100.64.16.0/20' },
      {},
      ['cluster-service-cidr-overlaps'],
    ],
    ['no subnet', {}, { subnets: [] }, ['cluster-subnet-not-found']],
    [
      'a subnet of another VPC',
      {},
      { subnets: [{ ...around.subnets[0], vpcId: 'vpc-other' }] },
      ['cluster-subnet-not-found'],
    ],
    [
      'a full subnet',
      {},
      { subnets: [{ ...around.subnets[0], freeAddresses: 0 }] },
      ['cluster-subnets-full'],
    ],
    [
      'nodes that cannot be had',
      {
        nodes: {
          subnetIds: ['subnet-a1b2c3d4'],
          securityGroupIds: ['sg-1'],
          instanceTypes: ['SA5.MEDIUM4'],
        },
      },
      { forNodes: { securityGroupIds: [], sshKeyIds: [], machines: [] } },
      ['cluster-security-group-not-found', 'cluster-machines-not-sold'],
    ],
  ])('finds %s', (_, changes, others, expected) => {
    expect(
      checkClusterSurroundings(
        { ...input, ...changes },
        { ...around, ...others },
      ).map(({ code }) => code),
    ).toEqual(expected);
  });
});

describe('buildCreateCluster', () => {
  it('makes the cluster of the guide', () => {
    expect(buildCreateCluster({ ...input, owner: 'group:default/a' })).toEqual({
      ClusterType: 'MANAGED_CLUSTER',
      ClusterBasicSettings: {
        ClusterName: 'demo',
        ClusterVersion: '1.32.2',
        ClusterOs: 'tlinux4_x86_64_public',
        ClusterLevel: 'L5',
        VpcId: 'vpc-a1b2c3d4',
        TagSpecification: [
          {
            ResourceType: 'cluster',
            Tags: [
              { Key: 'tke-cilium:managed-by', Value: 'backstage' },
              { Key: 'tke-cilium:profile', Value: 'guide-2026-08' },
              { Key: 'tke-cilium:owner', Value: 'group:default/a' },
            ],
          },
        ],
      },
      ClusterCIDRSettings: {
        ServiceCIDR: '172.16.0.0/20',
        MaxClusterServiceNum: 4096,
        EniSubnetIds: ['subnet-a1b2c3d4'],
        ClaimExpiredSeconds: 300,
      },
      ClusterAdvancedSettings: {
        NetworkType: 'VPC-CNI',
        VpcCniType: 'tke-route-eni',
        IsNonStaticIpMode: true,
        DataPlaneV2: false,
        ContainerRuntime: 'containerd',
        DeletionProtection: true,
      },
    });
  });

  it('adds Karpenter with fixed addresses, and leaves out what the older guide does', () => {
    expect(
      buildCreateCluster({
        ...input,
        karpenter: true,
        profile: getInstallProfile('guide-2025-11'),
      }),
    ).toMatchObject({
      ClusterAdvancedSettings: { IsNonStaticIpMode: false },
      ExtensionAddons: [{ AddonName: 'karpenter' }],
      DisableAddons: ['ip-masq-agent'],
    });
  });
});
