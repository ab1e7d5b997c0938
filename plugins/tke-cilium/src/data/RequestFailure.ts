/**
 * Why the browser could not read a cluster.
 *
 * - `forbidden`: signed in, but not allowed to read this cluster
 * - `unauthenticated`: the session ended
 * - `not-found`: the backend has no connection to this cluster
 * - `no-answer`: no answer came, neither of the backend nor of anything in front of it
 * - `unavailable`: the backend failed
 */
export type RequestFailure = {
  kind:
    | 'forbidden'
    | 'unauthenticated'
    | 'not-found'
    | 'no-answer'
    | 'unavailable';
  message: string;
  /** Under which the log of the backend has it. */
  requestId?: string;
};

const KIND_OF_STATUS: Record<number, RequestFailure['kind']> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
};

/** What `fetch` throws when the network fails or the waiting ends. */
const ERRORS_WITHOUT_ANSWER = new Set(['TypeError', 'TimeoutError']);

/** Reads the failure out of whatever a request threw. */
export function toRequestFailure(error: unknown): RequestFailure {
  const { name, statusCode, body, message } = (error ?? {}) as {
    name?: string;
    statusCode?: number;
    body?: { error?: { message?: string; requestId?: string } };
    message?: string;
  };
  const said = body?.error?.message ?? message ?? String(error);
  // How Backstage answers for errors whose text is nobody's business.
  const [, shown = said, logId] = /^(.*?)\s*\blogId=(\w+)$/.exec(said) ?? [];
  return {
    kind:
      statusCode === undefined && ERRORS_WITHOUT_ANSWER.has(name ?? '')
        ? 'no-answer'
        : KIND_OF_STATUS[statusCode ?? 0] ?? 'unavailable',
    message: shown,
    requestId: body?.error?.requestId ?? logId,
  };
}

/**
 * Whether what was known before may still be shown. Someone who lost the right to read a cluster
 * must not go on reading it from memory.
 */
export function keepsLastKnown(failure: RequestFailure): boolean {
  return failure.kind === 'unavailable' || failure.kind === 'no-answer';
}
