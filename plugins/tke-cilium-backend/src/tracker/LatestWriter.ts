import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 1_000;

/**
 * Writes values one after the other. What arrives while a write is under way waits, and only the
 * latest of it is written: a slow database makes the steps coarser, never the last state wrong.
 * A write that fails is tried again until it works or a newer value takes its place.
 */
export class LatestWriter<Value> {
  readonly #write: (value: Value) => Promise<void>;
  readonly #onError: (error: Error) => void;
  readonly #stop = new AbortController();
  #next: { value: Value } | undefined;
  #running: Promise<void> | undefined;
  #isUnused = true;

  static create<Value>(options: {
    write(value: Value): Promise<void>;
    onError(error: Error): void;
  }): LatestWriter<Value> {
    return new LatestWriter(options.write, options.onError);
  }

  private constructor(
    write: (value: Value) => Promise<void>,
    onError: (error: Error) => void,
  ) {
    this.#write = write;
    this.#onError = onError;
  }

  /** Whether nothing was ever written. */
  get isUnused(): boolean {
    return this.#isUnused;
  }

  write(value: Value): void {
    this.#isUnused = false;
    this.#next = { value };
    this.#running ??= this.#run();
  }

  /** Resolves when what was given is written, or has failed once more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#next) {
      const { value } = this.#next;
      this.#next = undefined;
      try {
        await this.#write(value);
      } catch (error) {
        this.#onError(
          error instanceof Error ? error : new Error(String(error)),
        );
        if (this.#stop.signal.aborted) {
          break;
        }
        this.#next ??= { value };
        await sleep(RETRY_MS, undefined, { signal: this.#stop.signal }).catch(
          () => {},
        );
      }
    }
    this.#running = undefined;
  }
}
