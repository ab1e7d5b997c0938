import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { FollowedConfig } from '../connections/FollowedConfig';
import { TencentCloudAccounts } from './TencentCloudAccounts';

/**
 * The accounts as they are now.
 *
 * @param logger - told when the configuration changes into one that cannot be used
 * @throws as {@link TencentCloudAccounts.fromConfig}
 */
export function followTencentCloudAccounts(
  config: Config,
  logger?: LoggerService,
): FollowedConfig<TencentCloudAccounts> {
  return FollowedConfig.create({
    config,
    read: TencentCloudAccounts.fromConfig,
    what: 'The accounts in tkeCilium.tencentCloud',
    logger,
  });
}
