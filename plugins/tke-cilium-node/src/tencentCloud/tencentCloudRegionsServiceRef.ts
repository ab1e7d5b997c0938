import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  ConfigTencentCloudRegions,
  TencentCloudRegions,
} from './TencentCloudRegions';

/**
 * The accounts of Tencent Cloud that the backend may use: those of the configuration, as it is now.
 *
 * @public
 */
export const tencentCloudRegionsServiceRef =
  createServiceRef<TencentCloudRegions>({
    id: 'tke-cilium.tencent-cloud-regions',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
        },
        factory({ config, lifecycle, logger }) {
          const regions = ConfigTencentCloudRegions.fromConfig(config, logger);
          lifecycle.addShutdownHook(() => regions.stop());
          return regions;
        },
      }),
  });
