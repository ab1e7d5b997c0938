import { NOW, snapshotOf } from '../snapshot/fixtures';
import { evaluateReadiness } from './evaluateReadiness';
import { carryTransitionTimes, readinessEquals } from './transitions';

const LATER = '2026-08-20T12:05:00Z';
const ready = evaluateReadiness(snapshotOf(), { now: NOW });
const stillReady = evaluateReadiness(snapshotOf(), { now: LATER });
const broken = evaluateReadiness(snapshotOf({ 'cni-config': [] }), {
  now: LATER,
});

describe('carryTransitionTimes', () => {
  it('keeps the time of what has not changed and sets the time of what has', () => {
    const times = Object.fromEntries(
      carryTransitionTimes(ready, broken).conditions.map(
        ({ type, lastTransitionTime }) => [type, lastTransitionTime],
      ),
    );
    expect(times.CniConfigured).toBe(LATER);
    expect(times.AgentsReady).toBe(NOW);
  });

  it('takes a first verdict as it is', () => {
    expect(carryTransitionTimes(undefined, ready)).toEqual(ready);
  });
});

describe('readinessEquals', () => {
  it.each([
    ['the same at another time', stillReady, true],
    ['something else', broken, false],
  ])('%s', (_, other, expected) => {
    expect(readinessEquals(ready, other)).toBe(expected);
  });
});
