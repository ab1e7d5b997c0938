import type { ServerResponse } from 'node:http';

/** The object in which an API server says what is wrong. */
export function failureStatus(code: number, reason: string) {
  return {
    apiVersion: 'v1',
    kind: 'Status',
    metadata: {},
    status: 'Failure',
    message: `the fault proxy answers ${code}`,
    reason,
    code,
  };
}

/** Answers as the API server does: with a Status object. */
export function answerStatus(
  response: ServerResponse,
  code: number,
  reason: string,
  retryAfterSeconds?: number,
): void {
  response.writeHead(code, {
    'content-type': 'application/json',
    ...(retryAfterSeconds === undefined
      ? {}
      : { 'retry-after': String(retryAfterSeconds) }),
  });
  response.end(JSON.stringify(failureStatus(code, reason)));
}
