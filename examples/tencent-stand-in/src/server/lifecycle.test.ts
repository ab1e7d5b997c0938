import { tke } from 'tencentcloud-sdk-nodejs/tencentcloud/services/tke';
import { startTencentCloud } from './startTencentCloud';
import { TencentCloud, TencentCloudOptions } from './types';

const ACCOUNT = { secretId: 'AKIDtest', secretKey: 'secret' };
// A signature is good for five real minutes, so the cloud's pass faster.
const SPEED = 60;
const MINUTES = 60_000 / SPEED;

describe('the life of a cluster', () => {
  let cloud: TencentCloud;
  let now: number;

  async function start(options: Partial<TencentCloudOptions> = {}) {
    now = Date.now();
    cloud = await startTencentCloud({
      ...ACCOUNT,
      now: () => now,
      speed: SPEED,
      ...options,
    });
  }
  afterEach(() => cloud.stop());

  function config() {
    return {
      credential: ACCOUNT,
      region: 'ap-guangzhou',
      profile: {
        httpProfile: {
          protocol: 'http://',
          endpoint: cloud.url.replace('http://', ''),
          reqTimeout: 1,
        },
      },
    };
  }
  const sdk = () => new tke.v20180525.Client(config());
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };

  async function createCluster(changes: { serviceCidr?: string } = {}) {
    const { ClusterId } = await sdk().CreateCluster({
      ClusterType: 'MANAGED_CLUSTER',
      ClusterBasicSettings: {
        ClusterName: 'demo',
        ClusterVersion: '1.34.1',
        VpcId: 'vpc-demo0001',
      },
      ClusterCIDRSettings: {
        ServiceCIDR: changes.serviceCidr ?? '172.16.0.0/20',
        EniSubnetIds: ['subnet-demopod1'],
      },
      ClusterAdvancedSettings: {
        NetworkType: 'VPC-CNI',
        DeletionProtection: true,
      },
    });
    return ClusterId!;
  }

  async function statusOf(clusterId: string) {
    const { Clusters } = await sdk().DescribeClusters({
      ClusterIds: [clusterId],
    });
    return Clusters?.[0]?.ClusterStatus;
  }

  it('is created, opened, and gone after its deletion', async () => {
    await start();
    const ClusterId = await createCluster();
    expect(await statusOf(ClusterId)).toBe('Creating');
    pass(6 * MINUTES);
    expect(await statusOf(ClusterId)).toBe('Running');

    const open = { ClusterId, IsExtranet: true, SecurityGroup: 'sg-demo0001' };
    await expect(sdk().CreateClusterEndpoint(open)).rejects.toMatchObject({
      code: 'ResourceUnavailable.ClusterState',
      message: expect.stringContaining('without worker Node'),
    });
    await sdk().CreateClusterVirtualNodePool({
      ClusterId,
      Name: 'bootstrap',
      SecurityGroupIds: ['sg-demo0001'],
      VirtualNodes: [{ DisplayName: 'one', SubnetId: 'subnet-demonode' }],
    });
    pass(2 * MINUTES);
    await sdk().CreateClusterEndpoint(open);
    pass(MINUTES);
    const { Status } = await sdk().DescribeClusterEndpointStatus({
      ClusterId,
      IsExtranet: true,
    });
    expect(Status).toBe('Created');
    const before = await sdk().DescribeClusterEndpoints({ ClusterId });
    expect(before.ClusterExternalEndpoint).toBe('');
    pass(MINUTES);
    const after = await sdk().DescribeClusterEndpoints({ ClusterId });
    expect(after.ClusterExternalEndpoint).not.toBe('');

    const remove = { ClusterId, InstanceDeleteMode: 'terminate' };
    await expect(sdk().DeleteCluster(remove)).rejects.toMatchObject({
      code: 'OperationDenied.ClusterInDeletionProtection',
    });
    await sdk().DisableClusterDeletionProtection({ ClusterId });
    await sdk().DeleteCluster(remove);
    pass(2 * MINUTES);
    expect(await statusOf(ClusterId)).toBeUndefined();
  });

  it('installs addons once there is a node for them', async () => {
    await start();
    const ClusterId = await createCluster();
    pass(6 * MINUTES);
    const AddonName = 'eniipamd';
    const phase = async () => {
      const { Addons } = await sdk().DescribeAddon({ ClusterId, AddonName });
      return [Addons?.[0].AddonVersion, Addons?.[0].Phase];
    };
    expect(await phase()).toEqual(['3.7.5', 'Succeeded']);
    await sdk().UpdateAddon({ ClusterId, AddonName, AddonVersion: '3.11.0' });
    pass(10 * MINUTES);
    expect(await phase()).toEqual(['3.11.0', 'Upgrading']);
    await expect(
      sdk().DescribeAddon({ ClusterId, AddonName: 'karpenter' }),
    ).rejects.toMatchObject({ code: 'ResourceNotFound' });
  });

  it('makes native and regular pools, and no node of what is sold out', async () => {
    await start();
    cloud.soldOut.add('SA5.LARGE8');
    const ClusterId = await createCluster();
    pass(6 * MINUTES);
    const modern = new tke.v20220501.Client(config());
    await modern.CreateNodePool({
      ClusterId,
      Name: 'native',
      Type: 'Native',
      Native: {
        Scaling: { MinReplicas: 1, MaxReplicas: 3 },
        SubnetIds: ['subnet-demonode'],
        InstanceChargeType: 'POSTPAID_BY_HOUR',
        SystemDisk: { DiskType: 'CLOUD_BSSD', DiskSize: 50 },
        InstanceTypes: ['SA5.LARGE8'],
        SecurityGroupIds: ['sg-demo0001'],
        Replicas: 2,
      },
    });
    await sdk().CreateClusterNodePool({
      ClusterId,
      Name: 'regular',
      AutoScalingGroupPara: JSON.stringify({ DesiredCapacity: 1 }),
      LaunchConfigurePara: JSON.stringify({
        InstanceType: 'S5.MEDIUM4',
        SecurityGroupIds: ['sg-demo0001'],
      }),
      InstanceAdvancedSettings: {} as never,
      EnableAutoscale: false,
    });
    pass(2 * MINUTES);
    pass(2 * MINUTES);
    await sdk().DescribeClusterNodePools({ ClusterId });
    pass(2 * MINUTES);
    const { NodePools } = await modern.DescribeNodePools({ ClusterId });
    expect(NodePools).toEqual([
      expect.objectContaining({
        LifeState: 'Running',
        Native: { Replicas: 2, ReadyReplicas: 0 },
      }),
    ]);
    const { NodePoolSet } = await sdk().DescribeClusterNodePools({ ClusterId });
    expect(NodePoolSet?.[0]).toMatchObject({
      LifeState: 'normal',
      NodeCountSummary: { AutoscalingAdded: { Normal: 1 } },
    });
  });

  it('refuses what the cloud refuses', async () => {
    await start({ clusterQuota: 1 });
    await expect(
      createCluster({ serviceCidr: '10.10.0.0/20' }),
    ).rejects.toMatchObject({
      code: 'InvalidParameter.CidrConflictWithVpcCidr',
    });
    await createCluster();
    await expect(createCluster()).rejects.toMatchObject({
      code: 'FailedOperation.QuotaMaxClsLimit',
    });
    await expect(
      sdk().request('CreateCluster', {
        ClusterType: 'MANAGED_CLUSTER',
        ClusterCIDRSettings: { ServiceCidr: '172.16.0.0/20' },
      }),
    ).rejects.toMatchObject({
      code: 'UnknownParameter',
      message: expect.stringContaining('ClusterCIDRSettings.ServiceCidr'),
    });
  });

  it('counts requests as the cloud does', async () => {
    await start({ requestsPerSecond: 2 });
    await sdk().DescribeVersions(null as never);
    await sdk().DescribeVersions(null as never);
    await expect(sdk().DescribeVersions(null as never)).rejects.toMatchObject({
      code: 'RequestLimitExceeded',
    });
  });

  it('loses the answer of what it has done, and shows it late', async () => {
    await start({ consistencyMs: 5_000 });
    cloud.fail({ action: 'CreateCluster', fault: 'reset-after-success' });
    await expect(createCluster()).rejects.toThrow();
    expect(cloud.clusters.size).toBe(1);
    const named = async () =>
      (
        await sdk().DescribeClusters({
          Filters: [{ Name: 'ClusterName', Values: ['demo'] }],
        })
      ).TotalCount;
    expect(await named()).toBe(0);
    pass(6_000);
    expect(await named()).toBe(1);
  });
});
