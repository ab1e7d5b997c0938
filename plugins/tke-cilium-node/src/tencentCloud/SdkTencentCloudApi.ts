import http from 'node:http';
import https from 'node:https';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/common_client';
import { retryWithBackoff } from '../retry/retryWithBackoff';
import { AccountCredentials } from './AccountCredentials';
import { isRetryableCall } from './isRetryableCall';
import { RateLimit } from './RateLimit';
import { TencentCloudAccount } from './TencentCloudAccount';
import { TencentCloudError } from './TencentCloudError';
import {
  isReading,
  serviceOf,
  TencentCloudActions,
} from './TencentCloudActions';
import { CallOptions, TencentCloudApi } from './TencentCloudApi';
import { toTencentCloudError } from './toTencentCloudError';

const TIMEOUT_S = 20;
// The API refuses the 21st request of a second; others may use the account too.
const CALLS_PER_SECOND = 15;

/**
 * Calls the API through Tencent Cloud's SDK, and adds what it lacks: new attempts, a rate limit,
 * errors that keep code and request id, and credentials that recover.
 */
export class SdkTencentCloudApi implements TencentCloudApi {
  readonly #account: TencentCloudAccount;
  readonly #credentials: AccountCredentials;
  readonly #rateLimit = RateLimit.perSecond(CALLS_PER_SECOND);
  // Without an agent of its own the SDK would follow http_proxy, even to loopback addresses.
  readonly #agent: http.Agent;

  static create(account: TencentCloudAccount): SdkTencentCloudApi {
    return new SdkTencentCloudApi(account);
  }

  private constructor(account: TencentCloudAccount) {
    this.#account = account;
    this.#credentials = AccountCredentials.create(account);
    this.#agent =
      account.endpoint.protocol === 'http:'
        ? new http.Agent({ keepAlive: true })
        : new https.Agent({ keepAlive: true });
  }

  async call<A extends keyof TencentCloudActions>(
    action: A,
    request: TencentCloudActions[A][0],
    options: CallOptions,
  ): Promise<TencentCloudActions[A][1]> {
    const { signal, region } = options;
    const idempotent = isReading(action);
    return retryWithBackoff(
      async () => {
        await this.#rateLimit.turn(`${region} ${action}`, signal);
        return this.#attempt(action, request, options);
      },
      { signal, isRetryable: error => isRetryableCall(error, idempotent) },
    );
  }

  async #attempt<A extends keyof TencentCloudActions>(
    action: A,
    request: TencentCloudActions[A][0],
    { region, subject, signal }: CallOptions,
  ): Promise<TencentCloudActions[A][1]> {
    const call = { account: this.#account.name, region, action, subject };
    const { endpoint } = this.#account;
    const credential = await this.#credentials.get().catch(error => {
      throw new TencentCloudError({
        ...call,
        kind: 'credentials',
        detail: (error as Error).message,
      });
    });
    const { service, version } = serviceOf(action);
    const host = hostOf(endpoint, service);
    const client = new CommonClient(host, version, {
      credential,
      region,
      profile: {
        language: 'en-US',
        httpProfile: {
          endpoint: host,
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

/**
 * Where a service is: beside the container service whose endpoint is configured. An endpoint that
 * does not carry the service's name serves all of them.
 */
function hostOf(endpoint: URL, service: string): string {
  return endpoint.host.replace(/^tke\./, `${service}.`);
}
