import { LONG_AGO, NOW, snapshotOf } from '../../snapshot/fixtures';
import { codes } from '../__testUtils__/judge';
import { evaluateReadiness } from '../evaluateReadiness';

describe('connected', () => {
  it('is unreachable when the API server does not answer, whatever is remembered', () => {
    const snapshot = {
      ...snapshotOf(),
      connection: {
        state: 'unreachable' as const,
        message: 'connect ECONNREFUSED',
        since: LONG_AGO,
      },
    };
    const readiness = evaluateReadiness(snapshot, { now: NOW });
    expect(readiness.phase).toBe('Unreachable');
    expect(readiness.summary).toBe(
      'The API server does not answer: connect ECONNREFUSED.',
    );
    expect(codes(readiness)).toEqual(['cluster-unreachable']);
  });
});
