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
  /** Under which the log of the backend has more about it. */
  logId?: string;
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
  const said = body?.error?.message ?? message ?? String(error);
  // How Backstage answers for errors whose text is nobody's business.
  const [, shown = said, logId] = /^(.*?)\s*\blogId=(\w+)$/.exec(said) ?? [];
  return {
    kind: KIND_OF_STATUS[statusCode ?? 0] ?? 'unavailable',
    message: shown,
    logId,
  };
}

/**
 * Whether what was known before may still be shown. Someone who lost the right to read a cluster
 * must not go on reading it from memory.
 */
export function keepsLastKnown(failure: RequestFailure): boolean {
  return failure.kind === 'unavailable';
}
