import { ClusterObjects, NOW, snapshotOf } from '../../snapshot/fixtures';
import { evaluateReadiness } from '../evaluateReadiness';
import { ConditionType, Readiness, ReadinessPhase } from '../types';

/** What differs from a healthy cluster, and what the rules say of it. */
export type Scenario = [
  name: string,
  changes: ClusterObjects,
  phase: ReadinessPhase,
  condition: string,
  problems: string[],
];

/** The readiness of a cluster that is healthy but for the changes. */
export function judge(changes: ClusterObjects = {}): Readiness {
  return evaluateReadiness(snapshotOf(changes), { now: NOW });
}

/** Status and reason of a condition. */
export function condition(readiness: Readiness, type: ConditionType): string {
  const { status, reason } = readiness.conditions.find(
    candidate => candidate.type === type,
  )!;
  return `${status} ${reason}`;
}

export function codes(readiness: Readiness): string[] {
  return readiness.problems.map(({ code }) => code);
}

/** What a scenario expects, as the rules see it. Whatever they say must be a sentence, too. */
export function judgement(
  type: ConditionType,
  changes: ClusterObjects,
): [ReadinessPhase, string, string[]] {
  const readiness = judge(changes);
  for (const { message, remedy } of readiness.problems) {
    expect(message).toMatch(/^[A-Z0-9].*\.$/s);
    expect(message).not.toMatch(/undefined|\[object/);
    expect(remedy).toMatch(/\.$/);
  }
  expect(readiness.summary).toMatch(/^[A-Z0-9].*\.$/s);
  expect(readiness.summary).not.toMatch(/undefined|\[object/);
  return [readiness.phase, condition(readiness, type), codes(readiness)];
}
