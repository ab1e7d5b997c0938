import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { tencentCloudRegionsServiceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { TkeClusterEntityProvider } from './provider/TkeClusterEntityProvider';
import { fetchClusters } from './status/fetchClusters';
import { ReadinessStatuses } from './status/ReadinessStatuses';
import { ReadinessStatusProcessor } from './status/ReadinessStatusProcessor';
import { ReadinessStatusProvider } from './status/ReadinessStatusProvider';

/**
 * Makes an entity of every configured TKE cluster (`catalog.providers.tkeCilium`), and shows on
 * entities how their cluster is (`catalog.processors.tkeCilium.status`). Does nothing unless told to.
 *
 * @public
 */
export const catalogModuleTkeCilium = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'tke-cilium',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        regions: tencentCloudRegionsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        logger,
        regions,
        scheduler,
      }) {
        const provider = TkeClusterEntityProvider.fromConfig(config, {
          logger,
          regions,
          scheduler,
        });
        if (provider) {
          catalog.addEntityProvider(provider);
        }
        if (config.getOptionalBoolean('catalog.processors.tkeCilium.status')) {
          const statuses = ReadinessStatuses.create({
            fetchClusters: () => fetchClusters({ auth, discovery }),
            logger,
          });
          catalog.addProcessor(ReadinessStatusProcessor.create(statuses));
          catalog.addEntityProvider(
            ReadinessStatusProvider.create({ statuses, scheduler }),
          );
        }
      },
    });
  },
});
