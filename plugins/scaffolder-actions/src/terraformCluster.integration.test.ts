import { setTimeout as sleep } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import {
  startLocalControlPlane,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/common_client';
import { formDefaults, readExample } from './__testUtils__/exampleTemplates';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(180_000);

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const REGION = 'ap-guangzhou';
const ORIGIN = 'url:https://git.example.com/platform/clusters.yaml';

describe('a cluster as examples/terraform leaves it', () => {
  let cloud: TencentCloud;
  let clusterId: string;
  let template: Entity;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  /** Calls the API as Terraform's provider does. */
  const call = (action: string, request: object): Promise<any> => {
    const { host } = new URL(cloud.url);
    const httpProfile = { endpoint: host, protocol: 'http://' };
    return new CommonClient(host, '2018-05-25', {
      credential: KEYS,
      region: REGION,
      profile: { httpProfile },
    }).request(action, request);
  };
  const until = async (
    action: string,
    isThere: (answer: any) => boolean,
    request: object = { ClusterId: clusterId },
  ) => {
    while (!isThere(await call(action, request))) {
      await sleep(200);
    }
  };

  /** The resources of `1-cluster`, in their order. */
  async function apply(): Promise<void> {
    ({ ClusterId: clusterId } = await call('CreateCluster', {
      ClusterType: 'MANAGED_CLUSTER',
      ClusterBasicSettings: {
        ClusterName: 'terraformed',
        ClusterOs: 'tlinux4_x86_64_public',
        ClusterVersion: '1.32.2',
        ClusterLevel: 'L5',
        VpcId: 'vpc-demo0001',
      },
      ClusterCIDRSettings: {
        ServiceCIDR: '172.16.0.0/20',
        MaxClusterServiceNum: 4096,
        EniSubnetIds: ['subnet-demopod1'],
      },
      ClusterAdvancedSettings: {
        NetworkType: 'VPC-CNI',
        VpcCniType: 'tke-route-eni',
        ContainerRuntime: 'containerd',
        IsNonStaticIpMode: true,
        DataPlaneV2: false,
        DeletionProtection: true,
      },
    }));
    await until(
      'DescribeClusters',
      ({ Clusters: [cluster] }) => cluster?.ClusterStatus === 'Running',
      { ClusterIds: [clusterId] },
    );
    await call('CreateClusterVirtualNodePool', {
      ClusterId: clusterId,
      Name: 'bootstrap',
      SecurityGroupIds: ['sg-demo0001'],
      VirtualNodes: [
        { DisplayName: 'bootstrap-0', SubnetId: 'subnet-demonode' },
      ],
    });
    await until(
      'DescribeClusterVirtualNodePools',
      ({ NodePoolSet: [pool] }) => pool?.LifeState === 'normal',
    );
    await call('CreateClusterEndpoint', {
      ClusterId: clusterId,
      IsExtranet: false,
      SubnetId: 'subnet-demonode',
    });
    await until('DescribeClusterEndpoints', answer =>
      Boolean(answer.ClusterIntranetEndpoint),
    );
  }

  beforeAll(async () => {
    cloud = await startTencentCloud({
      ...KEYS,
      speed: 60,
      startControlPlane: startLocalControlPlane(),
    });
    await apply();
    [template] = await readExample(
      'templates/tke-cilium-install/template.yaml',
    );
    scaffolder = await startScaffolder({
      accounts: [
        {
          name: 'production',
          regions: [REGION],
          endpoint: cloud.url,
          credentials: { source: 'keys', ...KEYS },
          clustersFromCatalog: { origins: [ORIGIN], endpoint: 'intranet' },
        },
      ],
      entities: [
        template,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'terraformed',
            annotations: {
              'backstage.io/managed-by-origin-location': ORIGIN,
              'tencentcloud.com/account': 'production',
              'tencentcloud.com/region': REGION,
              'tencentcloud.com/cluster-id': clusterId,
            },
          },
          spec: { type: 'kubernetes-cluster', owner: 'platform' },
        },
      ],
    });
  }, 240_000);
  afterAll(async () => {
    await scaffolder?.stop();
    await cloud?.stop();
  }, 60_000);

  const form = () => ({
    ...formDefaults(template),
    cluster: 'resource:default/terraformed',
    eniAgent: 'addon',
  });
  const upgrades = () =>
    cloud.journal.filter(({ action }) => action === 'UpdateAddon').length;

  it('is told in a dry run that its addon would be upgraded', async () => {
    const { log } = await scaffolder.client.dryRun(template, form());
    expect(log.join('\n')).toMatch(
      /Would upgrade the addon eniipamd from 3\.7\.5 to 3\.11\.0/,
    );
    expect(upgrades()).toBe(0);
  });

  it('gets Cilium by the install template, and nothing twice', async () => {
    const { status, log } = await scaffolder.client.run(
      'template:default/tke-cilium-install',
      form(),
    );
    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(log.join('\n')).toMatch(
      /Upgrading the addon eniipamd from 3\.7\.5 to 3\.11\.0, and tke-eni-agent from \S+:v3\.7\.5 to \S+:v3\.11\.0/,
    );
    const again = await scaffolder.client.run(
      'template:default/tke-cilium-install',
      form(),
    );
    expect({ ...again }).toMatchObject({ status: 'completed' });
    expect(again.log.join('\n')).toMatch(
      /Already so: tke-eni-agent has version v3\.11\.0/,
    );
    expect(upgrades()).toBe(1);
  });
});
