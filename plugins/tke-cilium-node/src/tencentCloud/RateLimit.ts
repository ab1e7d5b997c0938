import { sleepUnlessAborted } from '../retry/retryWithBackoff';

/** Spreads calls evenly: at most so many a second, in the order in which they ask. */
export class RateLimit {
  readonly #intervalMs: number;
  readonly #nextAt = new Map<string, number>();

  static perSecond(calls: number): RateLimit {
    return new RateLimit(1000 / calls);
  }

  private constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** Waits for the turn of a call. @param key - calls of different keys do not wait for each other */
  async turn(key: string, signal?: AbortSignal): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt.get(key) ?? 0);
    this.#nextAt.set(key, at + this.#intervalMs);
    if (at > now) {
      await sleepUnlessAborted(at - now, signal);
    }
  }
}
