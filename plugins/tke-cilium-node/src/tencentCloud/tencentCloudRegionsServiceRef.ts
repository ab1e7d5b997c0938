import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { tencentCloudAccountsServiceRef } from './tencentCloudAccountsServiceRef';
import { regionsOf, TencentCloudRegions } from './TencentCloudRegions';

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
        deps: { accounts: tencentCloudAccountsServiceRef },
        factory: ({ accounts }) => regionsOf(accounts),
      }),
  });
