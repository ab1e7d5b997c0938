import { retryWithBackoff } from '../retry/retryWithBackoff';
import { ApiEndpoint } from './ApiEndpoint';
import { accountCredentials } from './credentials/accountCredentials';
import { Credentials } from './credentials/Credentials';
import { signedCall } from './credentials/signedCall';
import { isRetryableCall } from './isRetryableCall';
import { RateLimit } from './RateLimit';
import { TencentCloudAccount } from './TencentCloudAccount';
import {
  isReading,
  serviceOf,
  TencentCloudActions,
} from './TencentCloudActions';
import { CallOptions, TencentCloudApi } from './TencentCloudApi';
import { toTencentCloudError } from './toTencentCloudError';

// The API refuses the 21st request of a second; others may use the account too.
const CALLS_PER_SECOND = 15;

/**
 * Calls the API through Tencent Cloud's SDK, and adds what it lacks: new attempts, a rate limit,
 * errors that keep code and request id, and credentials that recover.
 */
export class SdkTencentCloudApi implements TencentCloudApi {
  readonly #account: string;
  readonly #endpoint: ApiEndpoint;
  readonly #credentials: Credentials;
  readonly #rateLimit = RateLimit.perSecond(CALLS_PER_SECOND);

  static create(account: TencentCloudAccount): SdkTencentCloudApi {
    return new SdkTencentCloudApi(account);
  }

  private constructor(account: TencentCloudAccount) {
    this.#account = account.name;
    this.#endpoint = ApiEndpoint.create(account.endpoint);
    this.#credentials = accountCredentials(account, this.#endpoint);
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
    try {
      return await signedCall(
        this.#credentials,
        credential =>
          this.#endpoint.send<TencentCloudActions[A][1]>({
            ...serviceOf(action),
            action,
            region,
            body: request,
            credential,
            signal,
          }),
        signal,
      );
    } catch (error) {
      const account = this.#account;
      throw toTencentCloudError(error, { account, region, action, subject });
    }
  }
}
