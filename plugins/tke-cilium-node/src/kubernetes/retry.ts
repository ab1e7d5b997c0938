import { retryWithBackoff } from '../retry/retryWithBackoff';
import {
  isCertificateProblem,
  isConflict,
  isKubernetesError,
} from './KubernetesError';

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

/** About nine seconds at least: as long as a restart of an API server takes. */
const ATTEMPTS = 8;

/** Asks an API server again, with the one retry policy of this package. */
export async function retry<T>(
  attempt: () => Promise<T>,
  options: { signal?: AbortSignal; idempotent?: boolean; attempts?: number },
): Promise<T> {
  const { idempotent, attempts = ATTEMPTS, ...rest } = options;
  return retryWithBackoff(attempt, {
    ...rest,
    attempts,
    isRetryable: error => isRetryable(error, idempotent),
    retryAfterSeconds,
  });
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
  return retryWithBackoff(readDecideChange, {
    ...options,
    isRetryable: isConflict,
  });
}

function retryAfterSeconds(error: unknown): number | undefined {
  return isKubernetesError(error) ? error.retryAfterSeconds : undefined;
}
