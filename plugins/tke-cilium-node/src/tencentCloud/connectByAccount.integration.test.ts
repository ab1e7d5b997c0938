import { mockServices } from '@backstage/backend-test-utils';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { ConfigClusterConnections } from '../connections/ConfigClusterConnections';

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };

describe('a cluster that is reached through an account', () => {
  let cluster: LocalCluster;
  let cloud: TencentCloud;

  beforeAll(async () => {
    cluster = await startLocalCluster();
    const kubeconfig = await readFile(cluster.kubeconfigPath, 'utf8');
    const { host } = new URL(parse(kubeconfig).clusters[0].cluster.server);
    cloud = await startTencentCloud({
      ...KEYS,
      clusters: [
        {
          clusterId: cluster.id,
          region: 'ap-guangzhou',
          public: { status: 'Created', address: host },
          kubeconfig,
        },
      ],
    });
  });
  afterAll(async () => {
    await cloud?.stop();
    await cluster?.stop();
  });

  it('answers at the address that the API gives, with the certificate checked', async () => {
    const connections = ConfigClusterConnections.fromConfig(
      mockServices.rootConfig({
        data: {
          tkeCilium: {
            tencentCloud: {
              accounts: [
                {
                  name: 'production',
                  regions: ['ap-guangzhou'],
                  endpoint: cloud.url,
                  credentials: { source: 'keys', ...KEYS },
                },
              ],
            },
            clusters: [
              {
                id: cluster.id,
                tencentCloud: {
                  account: 'production',
                  region: 'ap-guangzhou',
                  endpoint: 'public',
                },
              },
            ],
          },
        },
      }),
    );
    const { kubernetes } = await connections.connect(cluster.id);
    const { gitVersion } = await kubernetes.serverVersion();
    expect(gitVersion).toBe('v1.34.4-tke.1');
    await expect(
      kubernetes.get({
        apiVersion: 'v1',
        plural: 'namespaces',
        name: 'kube-system',
      }),
    ).resolves.toBeDefined();
    expect(cloud.journal.map(({ outcome }) => outcome)).toEqual(['OK', 'OK']);
  });
});
