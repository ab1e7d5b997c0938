import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesClusterSupplierExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { clusterConnectionsServiceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { readServiceAccount } from './readServiceAccount';
import { TkeClustersSupplier } from './TkeClustersSupplier';

/**
 * Offers the clusters of tke-cilium to the Kubernetes plugin, which acts in them as the service
 * account of `tkeCilium.kubernetesPlugin.serviceAccount`. Does nothing without that.
 *
 * @public
 */
export const kubernetesModuleTkeCilium = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'tke-cilium',
  register({ registerInit }) {
    registerInit({
      deps: {
        config: coreServices.rootConfig,
        connections: clusterConnectionsServiceRef,
        logger: coreServices.logger,
        suppliers: kubernetesClusterSupplierExtensionPoint,
      },
      async init({ config, connections, logger, suppliers }) {
        const serviceAccount = readServiceAccount(config);
        if (serviceAccount) {
          suppliers.addClusterSupplier(async ({ getDefault }) =>
            TkeClustersSupplier.create({
              connections,
              serviceAccount,
              others: await getDefault(),
              logger,
            }),
          );
        }
      },
    });
  },
});
