import type {
  Credential,
  DynamicCredential,
} from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/interface';
import { unlessAborted } from '../../retry/unlessAborted';
import { Credentials } from './Credentials';
import { CredentialsError } from './CredentialsError';

const TIMEOUT_MS = 10_000;

/**
 * Credentials from one of the SDK's own providers.
 *
 * @remarks
 * The SDK keeps the promise of a failed attempt and fails with it for ever, so a provider that
 * failed is replaced. The metadata address of the instance's role has no time limit of its own and
 * never answers outside of a CVM.
 */
export class ProviderCredentials implements Credentials {
  readonly #source: string;
  readonly #create: () => DynamicCredential;
  #provider: DynamicCredential | undefined;

  /** @param source - what the configuration calls it, for messages */
  static create(
    source: string,
    create: () => DynamicCredential,
  ): ProviderCredentials {
    return new ProviderCredentials(source, create);
  }

  private constructor(source: string, create: () => DynamicCredential) {
    this.#source = source;
    this.#create = create;
  }

  async get(): Promise<Credential> {
    this.#provider ??= this.#create();
    try {
      const credential = await unlessAborted(
        this.#provider.getCredential(),
        AbortSignal.timeout(TIMEOUT_MS),
      );
      // Where a variable is not set, the SDK would sign with the word "undefined".
      if (!credential.secretId || !credential.secretKey) {
        throw CredentialsError.ofSource(
          `the source "${this.#source}" has no complete key`,
          true,
        );
      }
      return credential;
    } catch (error) {
      this.#provider = undefined;
      throw error instanceof CredentialsError ? error : this.#explain(error);
    }
  }

  forget(): void {
    this.#provider = undefined;
  }

  #explain(error: unknown): CredentialsError {
    const { name, message } = error as Error;
    if (name === 'TimeoutError') {
      return CredentialsError.ofSource(
        `the source "${this.#source}" did not answer within ${
          TIMEOUT_MS / 1000
        } s`,
        false,
      );
    }
    const isUnreachable =
      name === 'FetchError' || /http code: 5\d\d/.test(message);
    return CredentialsError.ofSource(message, !isUnreachable);
  }
}
