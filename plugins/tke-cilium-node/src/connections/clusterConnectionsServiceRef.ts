import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ClusterConnections } from './ClusterConnections';
import { ConfigClusterConnections } from './ConfigClusterConnections';

/**
 * The clusters that the backend may reach. Reads `tkeCilium.clusters` unless a backend installs
 * another implementation.
 *
 * @public
 */
export const clusterConnectionsServiceRef =
  createServiceRef<ClusterConnections>({
    id: 'tke-cilium.cluster-connections',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { config: coreServices.rootConfig },
        factory: ({ config }) => ConfigClusterConnections.fromConfig(config),
      }),
  });
