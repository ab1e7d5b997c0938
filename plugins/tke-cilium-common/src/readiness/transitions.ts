import { Readiness } from './types';

/**
 * The verdict with the time at which each condition last changed its status.
 *
 * @param previous - the verdict before, `undefined` for the first
 * @public
 */
export function carryTransitionTimes(
  previous: Readiness | undefined,
  next: Readiness,
): Readiness {
  return {
    ...next,
    conditions: next.conditions.map(condition => {
      const before = previous?.conditions.find(
        ({ type }) => type === condition.type,
      );
      return before?.status === condition.status
        ? { ...condition, lastTransitionTime: before.lastTransitionTime }
        : condition;
    }),
  };
}

/**
 * Whether two verdicts say the same, whenever they were given.
 *
 * @public
 */
export function readinessEquals(a: Readiness, b: Readiness): boolean {
  return JSON.stringify(withoutTimes(a)) === JSON.stringify(withoutTimes(b));
}

function withoutTimes(readiness: Readiness): unknown {
  return {
    ...readiness,
    conditions: readiness.conditions.map(
      ({ lastTransitionTime: _, ...condition }) => condition,
    ),
  };
}
