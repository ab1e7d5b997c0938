import type { TencentCloudAccounts } from './TencentCloudAccounts';
import type { TencentCloudApi } from './TencentCloudApi';

/** An account in one of its regions, and the API with its rights. @public */
export type TencentCloudRegion = {
  /** Name of the account in the configuration. */
  account: string;
  region: string;
  api: TencentCloudApi;
};

/** An account, without what gives its rights. @public */
export type TencentCloudAccountSummary = {
  /** Its name in the configuration. */
  account: string;
  regions: readonly string[];
  /** Whether it is a simulation, not Tencent Cloud. */
  simulation: boolean;
};

/** The accounts of Tencent Cloud that the backend may use. @public */
export interface TencentCloudRegions {
  /** All of them, in the order of the configuration. */
  list(): TencentCloudAccountSummary[];

  /** @throws `InputError` when there is no such account, or the region is not one of its own */
  open(account: string, region: string): TencentCloudRegion;
}

/** Those of the configured accounts, as they are now. */
export function regionsOf(accounts: {
  readonly current: TencentCloudAccounts;
}): TencentCloudRegions {
  return {
    list: () => accounts.current.list(),
    open(account, region) {
      const api = accounts.current.api(account, region, 'The input');
      return { account, region, api };
    },
  };
}
