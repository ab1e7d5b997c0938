import { pause } from './pause';

/** Longer than any watch lives; `setTimeout` cannot count further. */
const FOR_EVER_MS = 2 ** 31 - 1;

/** Wakes loops that wait for news. */
export class Bell {
  readonly #sleepers = new Set<AbortController>();
  #rings = 0;

  static create(): Bell {
    return new Bell();
  }

  private constructor() {}

  /** How often it was rung so far. */
  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings += 1;
    for (const sleeper of this.#sleepers) {
      sleeper.abort();
    }
  }

  /**
   * Waits for the bell, for the signal, or for the time to pass.
   *
   * @param options.since - Rings that were heard already: with more than that it does not wait.
   */
  async rung(
    signal: AbortSignal,
    options?: { milliseconds?: number; since?: number },
  ): Promise<void> {
    const { milliseconds = FOR_EVER_MS, since = this.#rings } = options ?? {};
    if (signal.aborted || this.#rings > since) {
      return;
    }
    const sleeper = new AbortController();
    const wake = () => sleeper.abort();
    this.#sleepers.add(sleeper);
    signal.addEventListener('abort', wake, { once: true });
    try {
      await pause(milliseconds, sleeper.signal);
    } finally {
      this.#sleepers.delete(sleeper);
      signal.removeEventListener('abort', wake);
    }
  }
}
