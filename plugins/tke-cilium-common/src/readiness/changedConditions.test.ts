import { changedConditions } from './changedConditions';
import { Condition } from './types';

function condition(
  type: Condition['type'],
  status: Condition['status'],
  message: string = status,
): Condition {
  return {
    type,
    status,
    reason: 'Reason',
    message,
    lastTransitionTime: '2026-11-01T00:00:00.000Z',
  };
}

describe('changedConditions', () => {
  it.each([
    {
      title: 'everything at first',
      before: [],
      after: [condition('Connected', 'True')],
      expected: [condition('Connected', 'True')],
    },
    {
      title: 'nothing when only words change',
      before: [condition('AgentsReady', 'False', '1 of 3')],
      after: [condition('AgentsReady', 'False', '2 of 3')],
      expected: [],
    },
    {
      title: 'what changed, with what it was',
      before: [
        condition('Connected', 'True'),
        condition('AgentsReady', 'Unknown'),
      ],
      after: [
        condition('Connected', 'True'),
        condition('AgentsReady', 'True'),
        condition('EnvoyReady', 'False'),
      ],
      expected: [
        { ...condition('AgentsReady', 'True'), previousStatus: 'Unknown' },
        condition('EnvoyReady', 'False'),
      ],
    },
  ])('gives $title', ({ before, after, expected }) => {
    expect(changedConditions(before, after)).toEqual(expected);
  });
});
