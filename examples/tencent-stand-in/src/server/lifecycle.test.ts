import { CloudTest, MINUTE } from '../__testUtils__/CloudTest';
import { TencentCloudOptions } from './types';

describe('the life of a cluster', () => {
  let test: CloudTest;

  async function start(options: Partial<TencentCloudOptions> = {}) {
    test = await CloudTest.start(options);
  }
  afterEach(() => test.stop());

  it('is created, opened, and gone after its deletion', async () => {
    await start();
    const ClusterId = await test.createCluster();
    expect(await test.statusOf(ClusterId)).toBe('Creating');
    test.pass(6 * MINUTE);
    expect(await test.statusOf(ClusterId)).toBe('Running');

    const open = { ClusterId, IsExtranet: true, SecurityGroup: 'sg-demo0001' };
    await expect(test.sdk.CreateClusterEndpoint(open)).rejects.toMatchObject({
      code: 'ResourceUnavailable.ClusterState',
      message: expect.stringContaining('without worker Node'),
    });
    await test.sdk.CreateClusterVirtualNodePool({
      ClusterId,
      Name: 'bootstrap',
      SecurityGroupIds: ['sg-demo0001'],
      VirtualNodes: [{ DisplayName: 'one', SubnetId: 'subnet-demonode' }],
    });
    test.pass(2 * MINUTE);
    await test.sdk.CreateClusterEndpoint(open);
    test.pass(MINUTE);
    const { Status } = await test.sdk.DescribeClusterEndpointStatus({
      ClusterId,
      IsExtranet: true,
    });
    expect(Status).toBe('Created');
    const before = await test.sdk.DescribeClusterEndpoints({ ClusterId });
    expect(before.ClusterExternalEndpoint).toBe('');
    test.pass(MINUTE);
    const after = await test.sdk.DescribeClusterEndpoints({ ClusterId });
    expect(after.ClusterExternalEndpoint).not.toBe('');

    const remove = { ClusterId, InstanceDeleteMode: 'terminate' };
    await expect(test.sdk.DeleteCluster(remove)).rejects.toMatchObject({
      code: 'OperationDenied.ClusterInDeletionProtection',
    });
    await test.sdk.DisableClusterDeletionProtection({ ClusterId });
    await test.sdk.DeleteCluster(remove);
    test.pass(2 * MINUTE);
    expect(await test.statusOf(ClusterId)).toBeUndefined();
  });

  it('makes native and regular pools, and no node of what is sold out', async () => {
    await start();
    test.cloud.soldOut.add('SA5.LARGE8');
    const ClusterId = await test.createCluster();
    test.pass(6 * MINUTE);
    await test.sdk2022.CreateNodePool({
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
    await test.sdk.CreateClusterNodePool({
      ClusterId,
      Name: 'regular',
      AutoScalingGroupPara: JSON.stringify({
        MinSize: 1,
        MaxSize: 1,
        DesiredCapacity: 1,
        VpcId: 'vpc-demo0001',
        SubnetIds: ['subnet-demonode'],
      }),
      LaunchConfigurePara: JSON.stringify({
        InstanceType: 'S5.MEDIUM4',
        SecurityGroupIds: ['sg-demo0001'],
      }),
      InstanceAdvancedSettings: {} as never,
      EnableAutoscale: false,
    });
    test.pass(2 * MINUTE);
    test.pass(2 * MINUTE);
    await test.sdk.DescribeClusterNodePools({ ClusterId });
    test.pass(2 * MINUTE);
    const { NodePools } = await test.sdk2022.DescribeNodePools({ ClusterId });
    expect(NodePools).toEqual([
      expect.objectContaining({
        LifeState: 'Running',
        Native: { Replicas: 2, ReadyReplicas: 0 },
      }),
    ]);
    const { NodePoolSet } = await test.sdk.DescribeClusterNodePools({
      ClusterId,
    });
    expect(NodePoolSet?.[0]).toMatchObject({
      LifeState: 'normal',
      NodeCountSummary: { AutoscalingAdded: { Normal: 1 } },
    });
  });

  it('refuses what the cloud refuses', async () => {
    await start({ clusterQuota: 1 });
    await expect(
      test.createCluster({ serviceCidr: '10.10.0.0/20' }),
    ).rejects.toMatchObject({
      code: 'InvalidParameter.CidrConflictWithVpcCidr',
    });
    await test.createCluster();
    await expect(test.createCluster()).rejects.toMatchObject({
      code: 'FailedOperation.QuotaMaxClsLimit',
    });
    await expect(
      test.sdk.request('CreateCluster', {
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
    await test.sdk.DescribeVersions(null as never);
    await test.sdk.DescribeVersions(null as never);
    await expect(
      test.sdk.DescribeVersions(null as never),
    ).rejects.toMatchObject({
      code: 'RequestLimitExceeded',
    });
  });

  it('loses the answer of what it has done, and shows it late', async () => {
    await start({ consistencyMs: 5_000 });
    test.cloud.fail({ action: 'CreateCluster', fault: 'reset-after-success' });
    await expect(test.createCluster()).rejects.toThrow();
    expect(test.cloud.clusters.size).toBe(1);
    const named = async () =>
      (
        await test.sdk.DescribeClusters({
          Filters: [{ Name: 'ClusterName', Values: ['demo'] }],
        })
      ).TotalCount;
    expect(await named()).toBe(0);
    test.pass(6_000);
    expect(await named()).toBe(1);
  });
});
