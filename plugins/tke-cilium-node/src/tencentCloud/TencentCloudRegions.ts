import type { Config } from '@backstage/config';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { FollowedConfig } from '../connections/FollowedConfig';
import { TencentCloudAccounts } from './TencentCloudAccounts';
import type { TencentCloudApi } from './TencentCloudApi';

/** An account in one of its regions, and the API with its rights. @public */
export type TencentCloudRegion = {
  /** Name of the account in the configuration. */
  account: string;
  region: string;
  api: TencentCloudApi;
};

/** The accounts of Tencent Cloud that the backend may use. @public */
export interface TencentCloudRegions {
  /** Names of the accounts, each with its regions. */
  list(): { account: string; regions: readonly string[] }[];

  /** @throws `InputError` when there is no such account, or the region is not one of its own */
  open(account: string, region: string): TencentCloudRegion;
}

/** Those of `tkeCilium.tencentCloud.accounts`, as they are now. */
export class ConfigTencentCloudRegions implements TencentCloudRegions {
  readonly #accounts: FollowedConfig<TencentCloudAccounts>;

  /** @throws `InputError` when an account is not complete or there twice */
  static fromConfig(
    config: Config,
    logger?: LoggerService,
  ): ConfigTencentCloudRegions {
    return new ConfigTencentCloudRegions(
      FollowedConfig.create({
        config,
        read: current => TencentCloudAccounts.fromConfig(current),
        what: 'The accounts in tkeCilium.tencentCloud',
        logger,
      }),
    );
  }

  private constructor(accounts: FollowedConfig<TencentCloudAccounts>) {
    this.#accounts = accounts;
  }

  list(): { account: string; regions: readonly string[] }[] {
    return this.#accounts.current.list();
  }

  open(account: string, region: string): TencentCloudRegion {
    const api = this.#accounts.current.api(account, region, 'The input');
    return { account, region, api };
  }

  stop(): void {
    this.#accounts.stop();
  }
}
