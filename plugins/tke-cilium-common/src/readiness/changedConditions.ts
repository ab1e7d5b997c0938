import { Condition } from './types';

/** A condition at the moment its status changed. @public */
export type ConditionTransition = Condition & {
  /** `undefined`: the condition was not judged before. */
  previousStatus?: Condition['status'];
};

/**
 * The conditions whose status is another one than before. Another reason or message alone is no
 * change of state.
 *
 * @param previous - the conditions before, empty for the first verdict
 * @public
 */
export function changedConditions(
  previous: readonly Condition[],
  next: readonly Condition[],
): ConditionTransition[] {
  const before = new Map(previous.map(({ type, status }) => [type, status]));
  return next
    .filter(({ type, status }) => before.get(type) !== status)
    .map(condition => ({
      ...condition,
      ...(before.has(condition.type) && {
        previousStatus: before.get(condition.type),
      }),
    }));
}
