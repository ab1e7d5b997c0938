import { ClusterSnapshot, CollectionName } from '../snapshot/types';
import { Condition, Problem, ReadinessExpectation } from './types';

/** What a rule says about one condition. */
export type Verdict = {
  status: Condition['status'];
  reason: string;
  message: string;
  problems?: Problem[];
};

/** A rule judges one condition from the facts. It reads neither the network nor the clock. */
export type Rule = (
  snapshot: ClusterSnapshot,
  expectation: ReadinessExpectation,
) => Verdict;

/** The condition holds. */
export function holds(reason: string, message: string): Verdict {
  return { status: 'True', reason, message };
}

/** The condition does not hold; without problems it is expected to hold soon. */
export function fails(
  reason: string,
  message: string,
  problems: Problem[] = [],
): Verdict {
  return { status: 'False', reason, message, problems };
}

/** Nobody can tell whether the condition holds. */
export function unknown(reason: string, message: string): Verdict {
  return { status: 'Unknown', reason, message };
}

const REASONS = {
  pending: 'NotObservedYet',
  forbidden: 'PermissionMissing',
  failed: 'ReadFailed',
} as const;

/** Why a rule that needs these collections cannot judge; `undefined` when it can. */
export function unknownWithout(
  snapshot: ClusterSnapshot,
  ...collections: CollectionName[]
): Verdict | undefined {
  for (const name of collections) {
    const { state, message } = snapshot.collections[name];
    if (state !== 'synced' && state !== 'absent') {
      return unknown(
        REASONS[state],
        message ??
          (state === 'pending'
            ? `${name} have not been read yet.`
            : `${name} cannot be read.`),
      );
    }
  }
  return undefined;
}
