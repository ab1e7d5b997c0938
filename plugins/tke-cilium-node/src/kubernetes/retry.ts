import { setTimeout as sleep } from 'node:timers/promises';
import {
  isCertificateProblem,
  isConflict,
  isKubernetesError,
} from './KubernetesError';

const ATTEMPTS = 6;
const BUDGET_MS = 60_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;
const LONGEST_RETRY_AFTER_S = 30;

/** The server did not work on the request, or never saw it. */
const REFUSED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];

/**
 * Whether the same request may succeed a little later.
 *
 * @param idempotent - whether the request may safely be sent although the server may have carried
 * it out already. A create is not: the caller must look for what it left.
 *
 * @public
 */
export function isRetryable(error: unknown, idempotent = true): boolean {
  if (!isKubernetesError(error)) {
    return false;
  }
  if (error.status === 429 || REFUSED.includes(error.reason)) {
    return true;
  }
  if (!idempotent) {
    return false;
  }
  return error.status === undefined
    ? !isCertificateProblem(error.reason)
    : [500, 502, 503, 504].includes(error.status);
}

/**
 * The one retry policy towards API servers: exponential backoff with jitter, `Retry-After` honoured
 * up to 30 s, at most six attempts and no new attempt after a minute. Aborting ends it at once.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  options: { signal?: AbortSignal; idempotent?: boolean; attempts?: number },
): Promise<T> {
  const { signal, idempotent = true, attempts = ATTEMPTS } = options;
  const deadline = Date.now() + BUDGET_MS;
  for (let count = 1; ; count += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      const delay = delayMs(error, count);
      if (
        count >= attempts ||
        Date.now() + delay > deadline ||
        !isRetryable(error, idempotent)
      ) {
        throw error;
      }
      await sleepUnlessAborted(delay, signal);
    }
  }
}

/**
 * Runs a read, a decision and a change again when the object changed in between.
 *
 * @public
 */
export async function retryOnConflict<T>(
  readDecideChange: () => Promise<T>,
  options: { signal?: AbortSignal },
): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await readDecideChange();
    } catch (error) {
      if (count >= ATTEMPTS || !isConflict(error)) {
        throw error;
      }
      await sleepUnlessAborted(delayMs(error, count), options.signal);
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

function delayMs(error: unknown, count: number): number {
  const retryAfter = isKubernetesError(error) ? error.retryAfterSeconds : 0;
  const backoff = Math.min(FIRST_DELAY_MS * 2 ** (count - 1), LONGEST_DELAY_MS);
  return Math.max(
    backoff * (0.5 + Math.random() / 2),
    Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER_S) * 1000,
  );
}
