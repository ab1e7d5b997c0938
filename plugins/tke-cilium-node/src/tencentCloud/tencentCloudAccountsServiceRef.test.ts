import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { startTencentCloud } from '@tke-cilium/tencent-stand-in';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { clusterConnectionsServiceRef } from '../connections/clusterConnectionsServiceRef';
import { TencentCloudRegions } from './TencentCloudRegions';
import { tencentCloudRegionsServiceRef } from './tencentCloudRegionsServiceRef';

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const REGION = 'ap-guangzhou';
const CLUSTER = 'cls-aaaaaaaa';

describe('tencentCloudAccountsServiceRef', () => {
  it('keeps all plugins together below the limit of the API', async () => {
    const cloud = await startTencentCloud({
      ...KEYS,
      clusters: [{ clusterId: CLUSTER, region: REGION, kubeconfig: '' }],
    });
    const calls: Promise<unknown>[] = [];
    const start: (() => void)[] = [];
    const pluginWith = (pluginId: string) =>
      createBackendPlugin({
        pluginId,
        register({ registerInit }) {
          registerInit({
            deps: {
              connections: clusterConnectionsServiceRef,
              regions: tencentCloudRegionsServiceRef,
            },
            async init({ connections, regions }) {
              const { kubeconfig } = await connections.connect(CLUSTER);
              start.push(() => {
                calls.push(kubeconfig());
                for (let index = 0; index < 20; index += 1) {
                  calls.push(describeEndpoints(regions));
                }
              });
            },
          });
        },
      });
    const backend = await startTestBackend({
      features: [
        pluginWith('one'),
        pluginWith('two'),
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            tkeCilium: {
              clusters: [
                {
                  id: CLUSTER,
                  tencentCloud: { account: 'production', region: REGION },
                },
              ],
              tencentCloud: {
                accounts: [
                  {
                    name: 'production',
                    regions: [REGION],
                    endpoint: cloud.url,
                    credentials: { source: 'keys', ...KEYS },
                  },
                ],
              },
            },
          },
        }),
      ],
    });
    try {
      start.forEach(begin => begin());
      await Promise.allSettled(calls);
      const outcomes = cloud.journal
        .filter(({ action }) => action === 'DescribeClusterEndpoints')
        .map(({ outcome }) => outcome);
      expect(outcomes).toEqual(Array(calls.length).fill('OK'));
    } finally {
      await backend.stop();
      await cloud.stop();
    }
  });
});

function describeEndpoints(regions: TencentCloudRegions) {
  const { api, region } = regions.open('production', REGION);
  return api.call(
    'DescribeClusterEndpoints',
    { ClusterId: CLUSTER },
    { region },
  );
}
