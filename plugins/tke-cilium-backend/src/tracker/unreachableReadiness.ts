import {
  Condition,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

const REASON = 'Unreachable';

/**
 * What is shown of a cluster that does not answer: what was last known of its parts, while nothing
 * is said to be fine.
 *
 * @param lastKnown - the readiness before, perhaps from an earlier run of the backend
 * @param judged - what the rules say now, which is little when this run never reached the cluster
 */
export function unreachableReadiness(
  lastKnown: Readiness | undefined,
  judged: Readiness,
): Readiness {
  if (!lastKnown) {
    return judged;
  }
  const connected = judged.conditions.filter(isConnected);
  return {
    ...lastKnown,
    phase: judged.phase,
    summary: judged.summary,
    problems: judged.problems.filter(
      ({ code }) => code === 'cluster-unreachable',
    ),
    conditions: connected.concat(
      lastKnown.conditions
        .filter(condition => !isConnected(condition))
        .map(condition => toUnknown(condition, connected[0])),
    ),
  };
}

function toUnknown(condition: Condition, connected?: Condition): Condition {
  return condition.reason === REASON
    ? condition
    : {
        ...condition,
        status: 'Unknown',
        reason: REASON,
        message: `Not known now. Last known: ${condition.message}`,
        lastTransitionTime:
          connected?.lastTransitionTime ?? condition.lastTransitionTime,
      };
}

function isConnected({ type }: Condition): boolean {
  return type === 'Connected';
}
