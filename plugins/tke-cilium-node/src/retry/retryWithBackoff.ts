import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 6;
const BUDGET_MS = 60_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;
const LONGEST_RETRY_AFTER_S = 30;

/** Options of {@link retryWithBackoff}. */
export type RetryOptions = {
  /** Whether the same attempt may succeed a little later, and may safely be made again. */
  isRetryable(error: unknown): boolean;
  /** How long the other side asked to be left alone. */
  retryAfterSeconds?(error: unknown): number | undefined;
  signal?: AbortSignal;
  /** At most this many attempts. Default 6. */
  attempts?: number;
};

/**
 * The one retry policy: exponential backoff with jitter, a wish of the other side honoured up to
 * 30 s, at most six attempts and no new attempt after a minute. Aborting ends it at once.
 */
export async function retryWithBackoff<T>(
  attempt: () => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { signal, attempts = ATTEMPTS } = options;
  const deadline = Date.now() + BUDGET_MS;
  for (let count = 1; ; count += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      const delay = delayMs(options.retryAfterSeconds?.(error), count);
      if (
        count >= attempts ||
        Date.now() + delay > deadline ||
        !options.isRetryable(error)
      ) {
        throw error;
      }
      await sleepUnlessAborted(delay, signal);
    }
  }
}

/** Sleeps, or throws the reason of the signal as soon as it is aborted. */
export async function sleepUnlessAborted(
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

function delayMs(retryAfterSeconds: number | undefined, count: number): number {
  const backoff = Math.min(FIRST_DELAY_MS * 2 ** (count - 1), LONGEST_DELAY_MS);
  return Math.max(
    backoff * (0.5 + Math.random() / 2),
    Math.min(retryAfterSeconds ?? 0, LONGEST_RETRY_AFTER_S) * 1000,
  );
}
