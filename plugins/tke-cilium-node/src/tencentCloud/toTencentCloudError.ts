import {
  TencentCloudError,
  TencentCloudErrorOptions,
} from './TencentCloudError';

/**
 * What the SDK's different failures mean: it puts a code on answers of the API only, loses the
 * cause of everything that happens before, and lets the JSON parser's errors through as they are.
 */
export function toTencentCloudError(
  error: unknown,
  call: Pick<
    TencentCloudErrorOptions,
    'account' | 'region' | 'action' | 'subject'
  >,
): TencentCloudError {
  const { code, requestId, httpCode, message, name } = error as {
    code?: string;
    requestId?: string;
    httpCode?: number;
    message: string;
    name?: string;
  };
  if (httpCode) {
    return new TencentCloudError({
      ...call,
      kind: 'http',
      httpStatus: httpCode,
      detail: message || 'the API did not answer as usual',
    });
  }
  if (code) {
    return new TencentCloudError({
      ...call,
      kind: 'api',
      code,
      requestId,
      detail: message,
    });
  }
  if (name === 'FetchError' || name === 'TypeError' || name === 'SyntaxError') {
    return new TencentCloudError({
      ...call,
      kind: 'protocol',
      detail: 'the answer could not be read',
    });
  }
  return new TencentCloudError({
    ...call,
    kind: /timeout/i.test(message) ? 'timeout' : 'network',
    detail: message,
  });
}
