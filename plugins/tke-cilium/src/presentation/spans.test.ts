import { ReadinessTransition } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { conditionSpans, phaseSpans, shares } from './spans';

const HOUR = 3_600_000;
const at = (hour: number) => new Date(hour * HOUR).toISOString();

function transition(
  hour: number,
  overrides: Partial<ReadinessTransition>,
): ReadinessTransition {
  return {
    revision: hour,
    at: at(hour),
    phase: 'Ready',
    summary: '',
    conditions: [],
    ...overrides,
  };
}

const agents = (
  status: 'True' | 'False',
  previousStatus?: 'True' | 'False',
) => ({
  type: 'AgentsReady' as const,
  status,
  previousStatus,
  reason: '',
  message: '',
  lastTransitionTime: '',
});

/** Newest first. */
const TRANSITIONS = [
  transition(8, { phase: 'Ready', previousPhase: 'Degraded' }),
  transition(6, {
    phase: 'Degraded',
    previousPhase: 'Degraded',
    conditions: [agents('True', 'False')],
  }),
  transition(5, {
    phase: 'Degraded',
    previousPhase: 'Ready',
    conditions: [agents('False', 'True')],
  }),
  transition(2, { phase: 'Ready' }),
];

const hours = (spans: { value: unknown; from: number; to: number }[]) =>
  spans.map(({ value, from, to }) => [value, from / HOUR, to / HOUR]);

describe('phaseSpans', () => {
  it('covers the time since the first change, one span for each phase', () => {
    expect(hours(phaseSpans(TRANSITIONS, { from: 0, to: 10 * HOUR }))).toEqual([
      ['Ready', 2, 5],
      ['Degraded', 5, 8],
      ['Ready', 8, 10],
    ]);
  });

  it('cuts off at the window', () => {
    expect(
      hours(phaseSpans(TRANSITIONS, { from: 4 * HOUR, to: 7 * HOUR })),
    ).toEqual([
      ['Ready', 4, 5],
      ['Degraded', 5, 7],
    ]);
  });

  it('knows what the first change that is kept came from', () => {
    expect(
      hours(phaseSpans(TRANSITIONS.slice(0, 1), { from: 0, to: 10 * HOUR })),
    ).toEqual([
      ['Degraded', 0, 8],
      ['Ready', 8, 10],
    ]);
  });

  it('knows nothing of a cluster without changes', () => {
    expect(phaseSpans([], { from: 0, to: HOUR })).toEqual([]);
  });
});

describe('conditionSpans', () => {
  it('gives what changed within the window', () => {
    const spans = conditionSpans(TRANSITIONS, { from: 0, to: 10 * HOUR });
    expect([...spans.keys()]).toEqual(['AgentsReady']);
    expect(hours(spans.get('AgentsReady')!)).toEqual([
      ['True', 0, 5],
      ['False', 5, 6],
      ['True', 6, 10],
    ]);
  });

  it('leaves out what did not', () => {
    expect(
      conditionSpans(TRANSITIONS, { from: 7 * HOUR, to: 10 * HOUR }).size,
    ).toBe(0);
  });
});

it('adds up the shares, greatest first', () => {
  expect(
    shares(phaseSpans(TRANSITIONS, { from: 2 * HOUR, to: 12 * HOUR })),
  ).toEqual([
    ['Ready', 0.7],
    ['Degraded', 0.3],
  ]);
});
