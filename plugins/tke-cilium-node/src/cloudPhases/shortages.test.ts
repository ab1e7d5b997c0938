import type { TencentCloudOptions } from '@tke-cilium/tencent-stand-in';
import { CLOUD_PHASE_CALLS } from '../__testUtils__/cloudPhaseCalls';
import {
  CloudPhaseTest,
  POOL,
  SUPER_NODE,
} from '../__testUtils__/CloudPhaseTest';
import {
  createNativeNodePool,
  createRegularNodePool,
  createSuperNode,
  openEndpoint,
  waitAddon,
} from './index';

describe('what the cloud has no room for', () => {
  let test: CloudPhaseTest;
  let clusterId: string;

  async function start(
    options: Partial<TencentCloudOptions> = {},
    withNode = false,
  ) {
    test = await CloudPhaseTest.start(options);
    clusterId = await test.runningCluster({ superNode: withNode });
  }
  afterEach(() => test.stop());

  it('is said of the nodes of a cluster, whatever the code', async () => {
    await start({ nodeQuota: 1 });
    const pool = { ...POOL, clusterId };
    const said =
      /quota of 1 nodes.*\(FailedOperation.*higher quota in the console/s;
    await expect(
      createNativeNodePool(test.context(), {
        ...pool,
        instanceTypes: ['SA5.MEDIUM4'],
      }),
    ).rejects.toThrow(said);
    await expect(
      createRegularNodePool(test.context(), {
        ...pool,
        instanceType: 'S5.MEDIUM4',
      }),
    ).rejects.toThrow(said);
    expect(test.cloud.clusters.get(clusterId)?.nodePools).toEqual([]);
  });

  it('is said of a subnet', async () => {
    const network = {
      vpcs: [
        {
          vpcId: 'vpc-demo0001',
          name: 'demo',
          cidr: '10.10.0.0/16',
          secondaryCidrs: [],
        },
      ],
      subnets: ['subnet-demopod1', SUPER_NODE.subnetId].map(subnetId => ({
        subnetId,
        vpcId: 'vpc-demo0001',
        name: subnetId,
        cidr: '10.10.0.0/24',
        zone: 'ap-guangzhou-3',
        freeAddresses: 250,
      })),
      securityGroups: [{ securityGroupId: 'sg-demo0001', name: 'default' }],
    };
    await start({ network });
    network.subnets[1].freeAddresses = 0;
    await expect(
      createSuperNode(test.context(), { ...SUPER_NODE, clusterId }),
    ).rejects.toThrow(/no available IP \(InvalidParameter.SubnetInvalidError/);
    await expect(
      openEndpoint(test.context(), {
        clusterId,
        kind: 'intranet',
        subnetId: SUPER_NODE.subnetId,
      }),
    ).rejects.toThrow(/was not opened: .* no available IP/);
  });

  it('is said of an addon, which is upgraded once more then', async () => {
    await start({}, true);
    const upgrade = (context = test.context()) =>
      CLOUD_PHASE_CALLS['tke:addon:install, an upgrade']({
        test,
        context,
        clusterId,
      });
    const wait = () =>
      waitAddon(test.context(), { clusterId, addon: 'eniipamd' });
    test.cloud.brokenAddons.add('eniipamd');
    await upgrade();
    await expect(wait()).rejects.toThrow(/is UpgradFailed: a Pod cannot/);
    test.cloud.brokenAddons.clear();
    await expect(upgrade()).resolves.toMatchObject({
      changed: true,
      summary: 'Upgrading the addon eniipamd 3.11.0, which was UpgradFailed',
    });
    await expect(wait()).resolves.toMatchObject({
      summary: expect.stringContaining('3.11.0'),
    });
  });
});
