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

  it('tells the id in the log from the message', () => {
    const message = 'An internal error occurred logId=0a1b2c';
    expect(
      toRequestFailure({ statusCode: 500, body: { error: { message } } }),
    ).toEqual({
      kind: 'unavailable',
      message: 'An internal error occurred',
      logId: '0a1b2c',
    });
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
