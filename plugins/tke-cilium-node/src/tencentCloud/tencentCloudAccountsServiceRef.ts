import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { followTencentCloudAccounts } from './followTencentCloudAccounts';
import type { TencentCloudAccounts } from './TencentCloudAccounts';

/**
 * The configured accounts as they are now, the same for all plugins of the backend: the API limits
 * the calls of an account, whoever makes them.
 */
export const tencentCloudAccountsServiceRef = createServiceRef<{
  readonly current: TencentCloudAccounts;
}>({
  id: 'tke-cilium.tencent-cloud-accounts',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.rootLogger,
      },
      factory({ config, lifecycle, logger }) {
        const accounts = followTencentCloudAccounts(config, logger);
        lifecycle.addShutdownHook(() => accounts.stop());
        return accounts;
      },
    }),
});
