import { keepsLastKnown, toRequestFailure } from './RequestFailure';

describe('toRequestFailure', () => {
  it.each([
    [{ statusCode: 401 }, 'unauthenticated', false],
    [{ statusCode: 403 }, 'forbidden', false],
    [{ statusCode: 404 }, 'not-found', false],
    [{ statusCode: 500 }, 'unavailable', true],
    [new TypeError('Failed to fetch'), 'no-answer', true],
    [new DOMException('The waiting ended', 'TimeoutError'), 'no-answer', true],
    [new SyntaxError('Unexpected token <'), 'unavailable', true],
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
      requestId: '0a1b2c',
    });
  });

  it('tells the id that the backend gave the error', () => {
    const error = { message: 'Not watched yet', requestId: '7d2f-01' };
    expect(toRequestFailure({ statusCode: 503, body: { error } })).toEqual({
      kind: 'unavailable',
      message: 'Not watched yet',
      requestId: '7d2f-01',
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
