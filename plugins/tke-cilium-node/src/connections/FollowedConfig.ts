import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/** Options of {@link FollowedConfig}. */
export type FollowedConfigOptions<Value> = {
  config: Config;
  /** Makes the value, from the one before where something of it can be kept. */
  read(config: Config, before: Value | undefined): Value;
  /** What is read, for messages: `The clusters in tkeCilium`. */
  what: string;
  logger?: LoggerService;
};

/**
 * A value that is read from the configuration, and again whenever that changes while the backend
 * runs. A configuration that cannot be used leaves the value as it was.
 */
export class FollowedConfig<Value> {
  readonly #options: FollowedConfigOptions<Value>;
  readonly #subscription: { unsubscribe(): void } | undefined;
  #current: Value;
  #complaint: string | undefined;

  /** @throws what `read` throws: a backend should not start with a wrong configuration */
  static create<Value>(
    options: FollowedConfigOptions<Value>,
  ): FollowedConfig<Value> {
    return new FollowedConfig(options);
  }

  private constructor(options: FollowedConfigOptions<Value>) {
    this.#options = options;
    this.#current = options.read(options.config, undefined);
    this.#subscription = options.config.subscribe?.(() => this.#readAgain());
  }

  get current(): Value {
    return this.#current;
  }

  stop(): void {
    this.#subscription?.unsubscribe();
  }

  #readAgain(): void {
    const { config, read, what, logger } = this.#options;
    try {
      this.#current = read(config, this.#current);
      if (this.#complaint !== undefined) {
        this.#complaint = undefined;
        logger?.info(`${what}: the configuration is good again, and used`);
      }
    } catch (error) {
      const complaint = (error as Error).message;
      // Every change anywhere in the configuration comes here.
      if (complaint !== this.#complaint) {
        this.#complaint = complaint;
        logger?.error(
          `${what} stay as they were, since the changed configuration cannot be used: ${complaint}`,
        );
      }
    }
  }
}
