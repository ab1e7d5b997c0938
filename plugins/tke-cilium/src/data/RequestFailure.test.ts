import { keepsLastKnown, toRequestFailure } from './RequestFailure';

describe('toRequestFailure', () => {
  it.each([
    [{ statusCode: 401 }, 'unauthenticated', false],
    [{ statusCode: 403 }, 'forbidden', false],
    [{ statusCode: 404 }, 'not-found', false],
    [{ statusCode: 500 }, 'unavailable', true],
    [new TypeError('Failed to fetch'), 'unavailable', true],
    [undefined, 'unavailable', true],
  ])('%p is %s', (error, kind, keeps) => {
    const failure = toRequestFailure(error);
    expect(failure.kind).toBe(kind);
    expect(keepsLastKnown(failure)).toBe(keeps);
  });

  it('prefers the message of the backend to the one about the request', () => {
    expect(
      toRequestFailure({
        statusCode: 404,
        message: 'Request failed with 404 Not Found',
        body: { error: { message: 'Cluster cls-x is not configured' } },
      }).message,
    ).toBe('Cluster cls-x is not configured');
  });
});
