/**
 * Why the browser could not read a cluster.
 *
 * - `forbidden`: signed in, but not allowed to read this cluster
 * - `unauthenticated`: the session ended
 * - `not-found`: the backend has no connection to this cluster
 * - `unavailable`: the backend did not answer, or failed
 */
export type RequestFailure = {
  kind: 'forbidden' | 'unauthenticated' | 'not-found' | 'unavailable';
  message: string;
};

const KIND_OF_STATUS: Record<number, RequestFailure['kind']> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
};

/** Reads the failure out of whatever a request threw. */
export function toRequestFailure(error: unknown): RequestFailure {
  const { statusCode, body, message } = (error ?? {}) as {
    statusCode?: number;
    body?: { error?: { message?: string } };
    message?: string;
  };
  return {
    kind: KIND_OF_STATUS[statusCode ?? 0] ?? 'unavailable',
    message: body?.error?.message ?? message ?? String(error),
  };
}

/**
 * Whether what was known before may still be shown. Someone who lost the right to read a cluster
 * must not go on reading it from memory.
 */
export function keepsLastKnown(failure: RequestFailure): boolean {
  return failure.kind === 'unavailable';
}
