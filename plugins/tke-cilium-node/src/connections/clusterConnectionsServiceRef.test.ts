import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ClusterConnections } from './ClusterConnections';
import { clusterConnectionsServiceRef } from './clusterConnectionsServiceRef';

/** A plugin that does nothing but have the connections. */
function pluginWith(pluginId: string, got: Map<string, ClusterConnections>) {
  return createBackendPlugin({
    pluginId,
    register({ registerInit }) {
      registerInit({
        deps: { connections: clusterConnectionsServiceRef },
        async init({ connections }) {
          got.set(pluginId, connections);
        },
      });
    },
  });
}

describe('clusterConnectionsServiceRef', () => {
  it('gives every plugin the clusters of the configuration and of the catalog', async () => {
    const got = new Map<string, ClusterConnections>();
    const backend = await startTestBackend({
      features: [
        pluginWith('tke-cilium', got),
        pluginWith('scaffolder', got),
        mockServices.rootConfig.factory({
          data: {
            tkeCilium: {
              clusters: [
                { id: 'cls-aaaaaaaa', kubeconfig: { path: '/missing' } },
              ],
              tencentCloud: {
                accounts: [
                  {
                    name: 'production',
                    regions: ['ap-guangzhou'],
                    credentials: { source: 'environment' },
                    clustersFromCatalog: { origins: ['*'] },
                  },
                ],
              },
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Resource',
              metadata: {
                name: 'shop',
                annotations: {
                  'tencentcloud.com/cluster-id': 'cls-bbbbbbbb',
                  'tencentcloud.com/region': 'ap-guangzhou',
                  'tencentcloud.com/account': 'production',
                },
              },
              spec: { type: 'kubernetes-cluster' },
            },
          ],
        }),
      ],
    });
    expect([...got.keys()].sort()).toEqual(['scaffolder', 'tke-cilium']);
    for (const connections of got.values()) {
      // A cluster that is not known yet is looked for, so this needs no scheduler.
      expect(await connections.connect('cls-bbbbbbbb')).toMatchObject({
        title: 'shop',
      });
      expect(connections.list()).toEqual([
        { clusterId: 'cls-aaaaaaaa', title: 'cls-aaaaaaaa' },
        { clusterId: 'cls-bbbbbbbb', title: 'shop' },
      ]);
    }
    await backend.stop();
  });
});
