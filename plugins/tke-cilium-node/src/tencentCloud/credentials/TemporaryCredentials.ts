import type { Credential } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/interface';
import { Credentials } from './Credentials';
import { CredentialsError } from './CredentialsError';

/** A credential that ends, and when: milliseconds since 1970. */
export type EndingCredential = { credential: Credential; endsAt: number };

/** From then on the next one is asked for, while the old one is used. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** From then on the old one is not used: clocks differ, and requests take their time. */
const UNUSED_BEFORE_MS = 30_000;

/**
 * Keeps a credential that ends, and gets the next one before it does: while nobody answers who
 * gives it, calls go on with the old one.
 */
export class TemporaryCredentials implements Credentials {
  readonly #fetch: () => Promise<EndingCredential>;
  #held: EndingCredential | undefined;
  #renewal: Promise<Credential> | undefined;

  /** @param fetch - gets a new one, or throws a {@link CredentialsError} */
  static create(fetch: () => Promise<EndingCredential>): TemporaryCredentials {
    return new TemporaryCredentials(fetch);
  }

  private constructor(fetch: () => Promise<EndingCredential>) {
    this.#fetch = fetch;
  }

  async get(): Promise<Credential> {
    const held = this.#held;
    const leftMs = held ? held.endsAt - Date.now() : 0;
    if (held && leftMs > RENEW_BEFORE_MS) {
      return held.credential;
    }
    // Calls that come while one of them asks share the answer.
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    if (held && leftMs > UNUSED_BEFORE_MS) {
      // The next call sees what came of it.
      this.#renewal.catch(() => {});
      return held.credential;
    }
    return this.#renewal;
  }

  forget(credential: Credential): void {
    if (this.#held?.credential === credential) {
      this.#held = undefined;
    }
  }

  async #renew(): Promise<Credential> {
    try {
      this.#held = await this.#fetch();
      return this.#held.credential;
    } catch (error) {
      if ((error as CredentialsError).refused) {
        this.#held = undefined;
      }
      throw error;
    }
  }
}
