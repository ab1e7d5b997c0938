import http from 'node:http';
import https from 'node:https';
import { tke } from 'tencentcloud-sdk-nodejs-tke';
import { retryWithBackoff } from '../retry/retryWithBackoff';
import { AccountCredentials } from './AccountCredentials';
import { isRetryableCall } from './isRetryableCall';
import { RateLimit } from './RateLimit';
import { TencentCloudAccount } from './TencentCloudAccount';
import { TencentCloudError } from './TencentCloudError';
import { CallOptions, TkeActions, TkeApi } from './TkeApi';
import { toTencentCloudError } from './toTencentCloudError';

const TIMEOUT_S = 20;
// The API refuses the 21st request of a second; others may use the account too.
const CALLS_PER_SECOND = 15;

/**
 * Calls the API through Tencent Cloud's SDK, and adds what it lacks: new attempts, a rate limit,
 * errors that keep code and request id, and credentials that recover.
 */
export class SdkTkeApi implements TkeApi {
  readonly #account: TencentCloudAccount;
  readonly #credentials: AccountCredentials;
  readonly #rateLimit = RateLimit.perSecond(CALLS_PER_SECOND);
  // Without an agent of its own the SDK would follow http_proxy, even to loopback addresses.
  readonly #agent: http.Agent;

  static create(account: TencentCloudAccount): SdkTkeApi {
    return new SdkTkeApi(account);
  }

  private constructor(account: TencentCloudAccount) {
    this.#account = account;
    this.#credentials = AccountCredentials.create(account);
    this.#agent =
      account.endpoint.protocol === 'http:'
        ? new http.Agent({ keepAlive: true })
        : new https.Agent({ keepAlive: true });
  }

  async call<A extends keyof TkeActions>(
    action: A,
    request: TkeActions[A][0],
    options: CallOptions,
  ): Promise<TkeActions[A][1]> {
    const { signal, region } = options;
    const idempotent = action.startsWith('Describe');
    return retryWithBackoff(
      async () => {
        await this.#rateLimit.turn(`${region} ${action}`, signal);
        return this.#attempt(action, request, options);
      },
      { signal, isRetryable: error => isRetryableCall(error, idempotent) },
    );
  }

  async #attempt<A extends keyof TkeActions>(
    action: A,
    request: TkeActions[A][0],
    { region, subject, signal }: CallOptions,
  ): Promise<TkeActions[A][1]> {
    const call = { account: this.#account.name, region, action, subject };
    const { endpoint } = this.#account;
    const credential = await this.#credentials.get().catch(error => {
      throw new TencentCloudError({
        ...call,
        kind: 'credentials',
        detail: (error as Error).message,
      });
    });
    const client = new tke.v20180525.Client({
      credential,
      region,
      profile: {
        language: 'en-US',
        httpProfile: {
          endpoint: endpoint.host,
          protocol: `${endpoint.protocol}//`,
          reqTimeout: TIMEOUT_S,
          agent: this.#agent,
        },
      },
    });
    try {
      return await client.request(action, request, { signal });
    } catch (error) {
      throw toTencentCloudError(error, call);
    }
  }
}
