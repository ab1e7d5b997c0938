import { clusterRequest, CloudTest, MINUTE } from '../__testUtils__/CloudTest';

const NOT_JSON = 'yes, please';

/** A request with other members, at any depth; `undefined` leaves one out. */
function change<T extends object>(request: T, changes: object): T {
  const changed = { ...request } as Record<string, unknown>;
  for (const [name, value] of Object.entries(changes)) {
    const isPart =
      typeof value === 'object' && value !== null && !Array.isArray(value);
    changed[name] = isPart
      ? change((changed[name] ?? {}) as object, value)
      : value;
  }
  return changed as T;
}

describe('what the cloud refuses', () => {
  let test: CloudTest;
  let ClusterId: string;

  beforeAll(async () => {
    test = await CloudTest.start({
      requestsPerSecond: 1000,
      network: {
        vpcs: ['vpc-demo0001', 'vpc-demo0002'].map((vpcId, index) => ({
          vpcId,
          name: vpcId,
          cidr: `10.${index}.0.0/16`,
          secondaryCidrs: [],
        })),
        subnets: [
          ['subnet-demopod1', 'vpc-demo0001'],
          ['subnet-demonode', 'vpc-demo0001'],
          ['subnet-elsewhere', 'vpc-demo0002'],
        ].map(([subnetId, vpcId]) => ({
          subnetId,
          vpcId,
          name: subnetId,
          cidr: '10.0.0.0/24',
          zone: 'ap-guangzhou-3',
          freeAddresses: 250,
        })),
        securityGroups: [{ securityGroupId: 'sg-demo0001', name: 'default' }],
      },
    });
    ClusterId = await test.runningCluster();
    await test.addSuperNode(ClusterId);
  });
  afterAll(() => test.stop());

  function ask(action: string, request: object, changes: object = {}) {
    const sdk = action === 'CreateNodePool' ? test.sdk2022 : test.sdk;
    return sdk.request(action, change({ ClusterId, ...request }, changes));
  }

  const basic = (changes: object) => ({ ClusterBasicSettings: changes });
  const cidrs = (changes: object) => ({ ClusterCIDRSettings: changes });
  const chart = (content: unknown) => ({
    ExtensionAddons: [
      { AddonName: 'karpenter', AddonParam: JSON.stringify(content) },
    ],
  });

  it.each<[object, string]>([
    [basic({ ClusterOs: 'windows' }), 'InvalidParameter.OsNotSupport'],
    [basic({ ClusterLevel: 'L7' }), 'InvalidParameter'],
    [basic({ ClusterVersion: '1.10.5' }), 'InvalidParameter'],
    [basic({ VpcId: 'vpc-other' }), 'InvalidParameter'],
    [cidrs({ EniSubnetIds: undefined }), 'InvalidParameter'],
    [cidrs({ EniSubnetIds: [] }), 'InvalidParameter'],
    [cidrs({ EniSubnetIds: ['subnet-elsewhere'] }), 'InvalidParameter'],
    [cidrs({ ClaimExpiredSeconds: 299 }), 'InvalidParameter'],
    [
      cidrs({ ServiceCIDR: '172.16.0.0/28' }),
      'InvalidParameter.CIDRMaskSizeOutOfRange',
    ],
    [
      cidrs({ ServiceCIDR: '8.8.0.0/20' }),
      'InvalidParameter.InvalidPrivateNetworkCIDR',
    ],
    [
      { ClusterAdvancedSettings: { VpcCniType: 'tke-direct-eni' } },
      'InvalidParameter',
    ],
    [
      { ClusterAdvancedSettings: { ContainerRuntime: 'rkt' } },
      'InvalidParameter',
    ],
    [{ DisableAddons: ['ip-masquerade'] }, 'InvalidParameter'],
    [chart(NOT_JSON), 'InvalidParameter'],
    [chart({ kind: 'App', version: '1' }), 'InvalidParameter'],
    [
      chart({ kind: 'App', spec: { chart: { chartName: 'other' } } }),
      'InvalidParameter',
    ],
    [
      chart({
        kind: 'App',
        spec: { chart: { chartName: 'karpenter', chartVersion: '9.9.9' } },
      }),
      'UnknownParameter',
    ],
  ])('of a cluster: %j', async (changes, code) => {
    await expect(
      test.sdk.request('CreateCluster', change(clusterRequest(), changes)),
    ).rejects.toMatchObject({ code });
  });

  const NATIVE = {
    Name: 'native',
    Type: 'Native',
    Native: {
      Scaling: { MinReplicas: 1, MaxReplicas: 3 },
      SubnetIds: ['subnet-demonode'],
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      SystemDisk: { DiskType: 'CLOUD_BSSD', DiskSize: 50 },
      InstanceTypes: ['SA5.LARGE8'],
      SecurityGroupIds: ['sg-demo0001'],
      KeyIds: ['skey-demo0001'],
      Replicas: 2,
    },
  };

  it.each<[object]>([
    [{ SubnetIds: ['subnet-elsewhere'] }],
    [{ SubnetIds: ['subnet-other'] }],
    [{ SecurityGroupIds: ['sg-other'] }],
    [{ SecurityGroupIds: [] }],
    [{ KeyIds: ['skey-other'] }],
    [{ InstanceTypes: ['SA5.OTHER'] }],
    [{ InstanceChargeType: 'FREE' }],
    [{ SystemDisk: { DiskType: 'FLOPPY' } }],
    [{ SystemDisk: { DiskSize: 10 } }],
    [{ Replicas: 4 }],
    [{ Replicas: 0 }],
    [{ Scaling: { MinReplicas: 4 } }],
    [{ Scaling: { CreatePolicy: 'Any' } }],
  ])('of a native pool: %j', async Native => {
    await expect(
      ask('CreateNodePool', NATIVE, { Native }),
    ).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  it.each<[object]>([
    [{ Taints: [{ Key: 'a', Effect: 'Never' }] }],
    [{ Name: '' }],
  ])('of any pool: %j', async changes => {
    await expect(ask('CreateNodePool', NATIVE, changes)).rejects.toMatchObject({
      code: 'InvalidParameter',
    });
  });

  const GROUP = {
    MinSize: 1,
    MaxSize: 3,
    DesiredCapacity: 2,
    VpcId: 'vpc-demo0001',
    SubnetIds: ['subnet-demonode'],
  };
  const LAUNCH = {
    InstanceType: 'S5.MEDIUM4',
    SecurityGroupIds: ['sg-demo0001'],
    LoginSettings: { KeyIds: ['skey-demo0001'] },
  };
  const regular = (group: unknown, launch: unknown) => ({
    Name: 'regular',
    AutoScalingGroupPara: JSON.stringify(group),
    LaunchConfigurePara: JSON.stringify(launch),
    InstanceAdvancedSettings: {},
    EnableAutoscale: false,
  });

  it.each<[object]>([
    [{ VpcId: undefined }],
    [{ VpcId: 'vpc-demo0002' }],
    [{ MinSize: undefined }],
    [{ MaxSize: undefined }],
    [{ MaxSize: 1 }],
    [{ DesiredCapacity: 0 }],
    [{ SubnetIds: undefined }],
    [{ SubnetIds: ['subnet-elsewhere'] }],
    [{ AutoScalingGroupName: 'mine' }],
    [{ Replicas: 2 }],
    [{ MaxSize: '3' }],
  ])('of the group of a regular pool: %j', async changes => {
    await expect(
      ask('CreateClusterNodePool', regular(change(GROUP, changes), LAUNCH)),
    ).rejects.toMatchObject({ code: 'InvalidParameter.Param' });
  });

  it.each<[object]>([
    [{ InstanceType: undefined }],
    [{ InstanceType: 'S5.OTHER' }],
    [{ SecurityGroupIds: undefined }],
    [{ SecurityGroupIds: ['sg-other'] }],
    [{ LoginSettings: { KeyIds: ['skey-other'] } }],
    [{ ImageId: 'img-12345678' }],
    [{ LaunchConfigurationName: 'mine' }],
    [{ Image: 'img-12345678' }],
  ])('of the machines of a regular pool: %j', async changes => {
    await expect(
      ask('CreateClusterNodePool', regular(GROUP, change(LAUNCH, changes))),
    ).rejects.toMatchObject({ code: 'InvalidParameter.Param' });
  });

  it('of a regular pool: another operating system, and what is no JSON', async () => {
    await expect(
      ask('CreateClusterNodePool', regular(GROUP, LAUNCH), {
        NodePoolOs: 'windows',
      }),
    ).rejects.toMatchObject({ code: 'InvalidParameter.OsNotSupport' });
    await expect(
      ask('CreateClusterNodePool', regular(GROUP, LAUNCH), {
        LaunchConfigurePara: NOT_JSON,
      }),
    ).rejects.toMatchObject({ code: 'InvalidParameter.Param' });
  });

  const extensive = (access: object) => ({
    ExtensiveParameters: JSON.stringify({ InternetAccessible: access }),
  });

  it.each<[object]>([
    [{ SubnetId: 'subnet-other' }],
    [{ SubnetId: 'subnet-elsewhere' }],
    [{ IsExtranet: true }],
    [{ IsExtranet: true, SecurityGroup: 'sg-other' }],
    [{ ExtensiveParameters: NOT_JSON }],
    [{ ExtensiveParameters: '{"Bandwidth":10}' }],
    [extensive({ InternetChargeType: 'FREE' })],
    [extensive({ InternetMaxBandwidthOut: 0 })],
    [extensive({ InternetMaxBandwidthOut: '10' })],
  ])('of an endpoint: %j', async changes => {
    await expect(
      ask('CreateClusterEndpoint', { SubnetId: 'subnet-demonode' }, changes),
    ).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  it.each<[object, string]>([
    [{ SecurityGroupIds: ['sg-other'] }, 'InvalidParameter'],
    [{ OS: 'plan9' }, 'InvalidParameter'],
    [
      { VirtualNodes: [{ DisplayName: 'a', SubnetId: 'subnet-elsewhere' }] },
      'InvalidParameter.SubnetNotExist',
    ],
    [{ VirtualNodes: undefined }, 'InvalidParameter.SubnetNotExist'],
  ])('of a super node: %j', async (changes, code) => {
    const request = {
      Name: 'other',
      SecurityGroupIds: ['sg-demo0001'],
      VirtualNodes: [{ DisplayName: 'one', SubnetId: 'subnet-demonode' }],
    };
    await expect(
      ask('CreateClusterVirtualNodePool', request, changes),
    ).rejects.toMatchObject({ code });
  });

  it.each<[object, string]>([
    [{ AddonName: 'Karpenter' }, 'UnknownParameter'],
    [{ AddonVersion: '9.9.9' }, 'UnknownParameter'],
    [{ RawValues: 'bm8gSlNPTg==' }, 'InvalidParameter'],
  ])('of an addon: %j', async (changes, code) => {
    await expect(
      ask('InstallAddon', { AddonName: 'karpenter' }, changes),
    ).rejects.toMatchObject({ code });
  });

  it('a region that there is not', async () => {
    await expect(
      test.sdkIn('ap-nowhere').DescribeClusters({}),
    ).rejects.toMatchObject({ code: 'UnsupportedRegion' });
  });

  it('gives native pools in pages', async () => {
    for (const Name of ['one', 'two', 'three']) {
      await test.sdk2022.CreateNodePool({ ClusterId, ...NATIVE, Name });
    }
    test.pass(3 * MINUTE);
    const { TotalCount, NodePools } = await test.sdk2022.DescribeNodePools({
      ClusterId,
      Offset: 1,
      Limit: 1,
    });
    expect(TotalCount).toBe(3);
    expect(NodePools).toMatchObject([{ Name: 'two' }]);
    await expect(
      test.sdk2022.DescribeNodePools({ ClusterId, Limit: 101 }),
    ).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  it('nothing of it as it is without the changes', async () => {
    await ask('CreateClusterNodePool', regular(GROUP, LAUNCH));
    await ask('CreateClusterEndpoint', {
      SubnetId: 'subnet-demonode',
      ...extensive({ InternetMaxBandwidthOut: 10 }),
    });
    await ask('InstallAddon', { AddonName: 'karpenter' });
    await test.createCluster({ karpenter: true });
    expect(test.cloud.journal.slice(-4).map(({ outcome }) => outcome)).toEqual([
      'OK',
      'OK',
      'OK',
      'OK',
    ]);
  });
});
