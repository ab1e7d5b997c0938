import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { tencentCloudAccountsServiceRef } from '../tencentCloud/tencentCloudAccountsServiceRef';
import { CatalogClusterConnections } from './CatalogClusterConnections';
import { ClusterConnections } from './ClusterConnections';
import { followConnectionSettings } from './ConnectionSettings';
import { DefaultClusterConnections } from './DefaultClusterConnections';

/**
 * The clusters that the backend may reach: those of `tkeCilium.clusters`, and those that catalog
 * entities name in accounts that allow it; both as they are now. A backend may install another
 * implementation.
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
        deps: {
          accounts: tencentCloudAccountsServiceRef,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          scheduler: coreServices.scheduler,
        },
        async factory({ accounts, config, lifecycle, scheduler, ...deps }) {
          const settings = followConnectionSettings(
            config,
            accounts,
            deps.logger,
          );
          lifecycle.addShutdownHook(() => settings.stop());
          const catalog = CatalogClusterConnections.create({
            ...deps,
            settings,
          });
          // On every replica, so that all of them have the same clusters.
          await scheduler.scheduleTask({
            id: 'tke-cilium-read-clusters-from-catalog',
            scope: 'local',
            frequency: { seconds: 15 },
            timeout: { seconds: 60 },
            fn: () => catalog.refresh(),
          });
          return DefaultClusterConnections.create({ settings, catalog });
        },
      }),
  });
