import { CLOUD_CHOICE_KINDS } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CALLS } from '../__testUtils__/cloudPhaseRows';
import { CloudPhaseTest, KEYS, POOL } from '../__testUtils__/CloudPhaseTest';
import { readCloudChoices } from '../cloudChoices';
import { createCluster, createRegularNodePool } from '../cloudPhases';
import { listMadeClusters } from './listMadeClusters';
import { TencentCloudActions } from './TencentCloudActions';
import { TencentCloudKubeconfig } from './TencentCloudKubeconfig';

jest.setTimeout(60_000);

/** Every action, with the version of the API that it is of. */
const VERSIONS: Record<keyof TencentCloudActions, string> = {
  CreateCluster: '2018-05-25',
  CreateClusterEndpoint: '2018-05-25',
  CreateClusterNodePool: '2018-05-25',
  CreateClusterVirtualNodePool: '2018-05-25',
  CreateNodePool: '2022-05-01',
  DeleteCluster: '2018-05-25',
  DeleteClusterVirtualNodePool: '2018-05-25',
  DescribeAddon: '2018-05-25',
  DescribeAutoScalingActivities: '2018-04-19',
  DescribeClusterEndpointStatus: '2018-05-25',
  DescribeClusterEndpoints: '2018-05-25',
  DescribeClusterInstances: '2022-05-01',
  DescribeClusterKubeconfig: '2018-05-25',
  DescribeClusterNodePools: '2018-05-25',
  DescribeClusterVirtualNode: '2018-05-25',
  DescribeClusterVirtualNodePools: '2018-05-25',
  DescribeClusters: '2018-05-25',
  DescribeKeyPairs: '2017-03-12',
  DescribeNodePools: '2022-05-01',
  DescribeRegions: '2022-06-27',
  DescribeSecurityGroups: '2017-03-12',
  DescribeSubnets: '2017-03-12',
  DescribeVersions: '2018-05-25',
  DescribeVpcs: '2017-03-12',
  DescribeZoneInstanceConfigInfos: '2017-03-12',
  DisableClusterDeletionProtection: '2018-05-25',
  DrainClusterVirtualNode: '2018-05-25',
  GetTkeAppChartList: '2018-05-25',
  InstallAddon: '2018-05-25',
  UpdateAddon: '2018-05-25',
};
const TOKEN = 'token-of-the-cluster';
const KUBECONFIG = `apiVersion: v1
kind: Config
current-context: context
clusters:
- name: cluster
  cluster:
    server: https://replaced.by.the.cloud
users: [{ name: user, user: { token: ${TOKEN} } }]
contexts: [{ name: context, context: { cluster: cluster, user: user } }]
`;

describe('the actions of Tencent Cloud', () => {
  let test: CloudPhaseTest;

  /** By waiting for more nodes than the pool gets. */
  async function askWhyMachinesDoNotCome(clusterId: string) {
    const enough = new AbortController();
    const waiting = createRegularNodePool(
      test.context({ signal: enough.signal }),
      {
        ...POOL,
        clusterId,
        instanceType: 'S5.MEDIUM4',
        waitForNodes: POOL.replicas + 1,
      },
    );
    await until(() => test.calls('DescribeAutoScalingActivities') > 0);
    enough.abort();
    await waiting.catch(() => {});
  }

  beforeAll(async () => {
    test = await CloudPhaseTest.start();
    const { cloud, signal } = test.context();
    for (const kind of CLOUD_CHOICE_KINDS) {
      if (kind !== 'accounts') {
        await readCloudChoices(cloud, { kind }, signal);
      }
    }
    const clusterId = await test.runningCluster({ superNode: true });
    test.cloud.clusters.get(clusterId)!.kubeconfig = KUBECONFIG;
    const {
      'tke:supernode:delete': deleteSuperNode,
      'tke:cluster:delete': deleteCluster,
      ...others
    } = CALLS;
    await askWhyMachinesDoNotCome(clusterId);
    for (const call of Object.values(others)) {
      await call({ test, context: test.context(), clusterId });
    }
    await TencentCloudKubeconfig.create({
      clusterId,
      region: cloud.region,
      endpoint: 'public',
      api: cloud.api,
    }).access();
    await listMadeClusters(cloud, signal);
    for (const call of [deleteSuperNode, deleteCluster]) {
      await call({ test, context: test.context(), clusterId });
    }
  });
  afterAll(() => test.stop());

  it('are all sent, of the right version, and as the SDK declares them', () => {
    const taken = test.cloud.journal
      .filter(({ outcome }) => outcome === 'OK')
      .map(({ action, version }) => [action, version]);
    expect(Object.fromEntries(taken)).toEqual(VERSIONS);
  });

  it('say which addons a new cluster gets, and which not', async () => {
    await createCluster(test.context(), {
      ...test.input,
      name: 'other',
      profile: 'guide-2025-11',
      karpenter: true,
    });
    const [last] = test.cloud.journal.filter(
      ({ action, body }) => action === 'CreateCluster' && body.DisableAddons,
    );
    expect(last.body).toMatchObject({
      ExtensionAddons: [
        {
          AddonName: 'karpenter',
          AddonParam: expect.stringContaining('"chartName":"karpenter"'),
        },
      ],
      DisableAddons: ['ip-masq-agent'],
    });
  });

  it('leave nothing secret in the journal of the stand-in', () => {
    for (const entry of test.cloud.journal) {
      expect(Object.keys(entry).sort()).toEqual([
        'action',
        'body',
        'outcome',
        'region',
        'version',
      ]);
    }
    const text = JSON.stringify(test.cloud.journal);
    for (const secret of [...Object.values(KEYS), TOKEN]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/TC3-HMAC|Signature|kind: Config/i);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
