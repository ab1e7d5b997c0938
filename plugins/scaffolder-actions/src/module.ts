import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  clusterConnectionsServiceRef,
  HelmClient,
  tencentCloudRegionsServiceRef,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { createActions } from './actions';
import { DatabaseCreationLock } from './lock/DatabaseCreationLock';
import { openLockDatabase } from './lock/openLockDatabase';

/**
 * Adds the phases of the Cilium installation on TKE to the scaffolder, from the cluster to its node
 * pools: `tke:helm:*`, `tke:cluster:*`, `tke:supernode:*`, `tke:addon:*`, `tke:cilium:*` and `tke:nodepool:*`.
 *
 * @public
 */
export const scaffolderModuleTkeCilium = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'tke-cilium',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        connections: clusterConnectionsServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        permissions: coreServices.permissions,
        regions: tencentCloudRegionsServiceRef,
      },
      async init({ actions, config, database, ...services }) {
        actions.addActions(
          ...createActions({
            ...services,
            config,
            creations: DatabaseCreationLock.create(
              await openLockDatabase(database),
            ),
            helm: HelmClient.fromConfig(config),
          }),
        );
      },
    });
  },
});
