import type { TencentCloudErrorOptions } from './TencentCloudError';

/** How a call failed, without what was called. */
export type ApiFailure = Pick<
  TencentCloudErrorOptions,
  'kind' | 'code' | 'requestId' | 'httpStatus' | 'detail'
>;

/**
 * What the SDK's different failures mean: it puts a code on answers of the API only, loses the
 * cause of everything that happens before, and lets the JSON parser's errors through as they are.
 */
export function failureOf(error: unknown): ApiFailure {
  const { code, requestId, httpCode, message, name } = error as {
    code?: string;
    requestId?: string;
    httpCode?: number;
    message: string;
    name?: string;
  };
  if (httpCode) {
    return {
      kind: 'http',
      httpStatus: httpCode,
      detail: message || 'the API did not answer as usual',
    };
  }
  if (code) {
    return { kind: 'api', code, requestId, detail: message };
  }
  if (name === 'FetchError' || name === 'TypeError' || name === 'SyntaxError') {
    return { kind: 'protocol', detail: 'the answer could not be read' };
  }
  return {
    kind: /timeout/i.test(message) ? 'timeout' : 'network',
    detail: message,
  };
}

/** The API may not be well, or has no time. */
const NO_ANSWER = /^(RequestLimitExceeded|InternalError)/;
/** Refusals that some actions call internal errors. */
const REFUSAL =
  /^InternalError\.(CamNoAuth|AccountUserNotAuthenticated|\w*NotFound)$/;

/** Whether somebody said no. Otherwise the API may only be out of reach, or not well. */
export function isRefusal({
  kind,
  code = '',
}: Pick<ApiFailure, 'kind' | 'code'>): boolean {
  switch (kind) {
    case 'credentials':
      return true;
    case 'api':
      return !NO_ANSWER.test(code) || REFUSAL.test(code);
    default:
      return false;
  }
}
