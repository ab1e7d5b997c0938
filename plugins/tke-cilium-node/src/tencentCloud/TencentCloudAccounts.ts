import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SdkTencentCloudApi } from './SdkTencentCloudApi';
import {
  readTencentCloudAccounts,
  TencentCloudAccount,
} from './TencentCloudAccount';
import { TencentCloudApi } from './TencentCloudApi';
import type { TencentCloudAccountSummary } from './TencentCloudRegions';

type Entry = {
  account: TencentCloudAccount;
  /** The account as it is configured, to see whether it changed. Holds secrets. */
  text: string;
  api: TencentCloudApi;
};

/** The configured accounts, each with one client that all its clusters share. */
export class TencentCloudAccounts {
  readonly #entries: ReadonlyMap<string, Entry>;

  /**
   * Accounts that did not change keep their clients of `before`, with what those hold: open sockets,
   * credentials, the limit of calls.
   *
   * @throws `InputError` when an account is not complete or there twice
   */
  static fromConfig(
    config: Config,
    before?: TencentCloudAccounts,
  ): TencentCloudAccounts {
    const kept = before ? before.#entries : new Map<string, Entry>();
    return new TencentCloudAccounts(
      new Map(
        Array.from(readTencentCloudAccounts(config), ([name, account]) => {
          const text = JSON.stringify(account);
          const known = kept.get(name);
          return [
            name,
            known?.text === text
              ? known
              : { account, text, api: SdkTencentCloudApi.create(account) },
          ];
        }),
      ),
    );
  }

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  /** All of them, in the order of the configuration. */
  list(): TencentCloudAccountSummary[] {
    return Array.from(this.#entries.values(), ({ account }) => ({
      account: account.name,
      regions: account.regions,
      simulation: account.simulation,
    }));
  }

  /** Whether an account is as it was, with the client that it had. */
  hasKept(name: string, before: TencentCloudAccounts): boolean {
    return this.#entries.get(name) === before.#entries.get(name);
  }

  /**
   * The API with the rights of an account.
   *
   * @param where - what names the account, for messages
   * @throws `InputError` when there is no such account, or the region is not one of its own
   */
  api(name: string, region: string, where: string): TencentCloudApi {
    const entry = this.#entries.get(name);
    if (!entry) {
      const known = [...this.#entries.keys()].join(', ') || 'none';
      throw new InputError(
        `${where} names the Tencent Cloud account "${name}", which is not in tkeCilium.tencentCloud.accounts; there are: ${known}.`,
      );
    }
    const { regions } = entry.account;
    if (!regions.includes(region)) {
      throw new InputError(
        `${where} names the region "${region}", which is not one of the account "${name}": ${regions.join(
          ', ',
        )}.`,
      );
    }
    return entry.api;
  }
}
