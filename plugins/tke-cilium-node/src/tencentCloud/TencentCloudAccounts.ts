import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SdkTencentCloudApi } from './SdkTencentCloudApi';
import {
  readTencentCloudAccounts,
  TencentCloudAccount,
} from './TencentCloudAccount';
import { TencentCloudApi } from './TencentCloudApi';

/** The configured accounts, each with one client that all its clusters share. */
export class TencentCloudAccounts {
  readonly #accounts: ReadonlyMap<string, TencentCloudAccount>;
  readonly #apis = new Map<string, TencentCloudApi>();

  /** @throws `InputError` when an account is not complete or there twice */
  static fromConfig(config: Config): TencentCloudAccounts {
    return new TencentCloudAccounts(readTencentCloudAccounts(config));
  }

  private constructor(accounts: ReadonlyMap<string, TencentCloudAccount>) {
    this.#accounts = accounts;
  }

  /** Names of the accounts, each with its regions. */
  list(): { account: string; regions: readonly string[] }[] {
    return Array.from(this.#accounts.values(), ({ name, regions }) => ({
      account: name,
      regions,
    }));
  }

  /**
   * The API with the rights of an account.
   *
   * @param where - what names the account, for messages
   * @throws `InputError` when there is no such account, or the region is not one of its own
   */
  api(name: string, region: string, where: string): TencentCloudApi {
    const account = this.#accounts.get(name);
    if (!account) {
      const known = [...this.#accounts.keys()].join(', ') || 'none';
      throw new InputError(
        `${where} names the Tencent Cloud account "${name}", which is not in tkeCilium.tencentCloud.accounts; there are: ${known}.`,
      );
    }
    if (!account.regions.includes(region)) {
      throw new InputError(
        `${where} names the region "${region}", which is not one of the account "${name}": ${account.regions.join(
          ', ',
        )}.`,
      );
    }
    const api = this.#apis.get(name) ?? SdkTencentCloudApi.create(account);
    this.#apis.set(name, api);
    return api;
  }
}
