import { ClusterSnapshot } from '../snapshot/types';
import { advisories } from './advisories';
import { agentVersion } from './ciliumVersion';
import { configuration } from './configuration';
import { nodePools } from './nodePools';
import { nodes } from './nodes';
import { phaseOf } from './phase';
import { readabilityProblems } from './readability';
import { RULES } from './rules/rules';
import { summaryOf } from './summary';
import { tkeComponents } from './tkeComponents';
import {
  Condition,
  ConditionType,
  Problem,
  Readiness,
  ReadinessExpectation,
} from './types';
import { Verdict } from './verdict';
import { workloads } from './workloads';

const SEVERITIES: Problem['severity'][] = ['error', 'warning', 'info'];

/**
 * Judges a snapshot: is the network of this cluster fine, and what is wrong if it is not.
 *
 * @remarks
 * Pure: the same snapshot and expectation always give the same verdict. Some problems begin with
 * age, so a snapshot that does not change has to be judged again from time to time. `cilium status`
 * is the floor: what it calls an error is never ready here, with the exceptions that each rule names.
 *
 * Every condition carries `expectation.now` as the time of its last transition; see
 * {@link carryTransitionTimes}.
 *
 * @public
 */
export function evaluateReadiness(
  snapshot: ClusterSnapshot,
  expectation: ReadinessExpectation,
): Readiness {
  const verdicts = (Object.keys(RULES) as ConditionType[]).map(
    (type): [ConditionType, Verdict] => [
      type,
      RULES[type](snapshot, expectation),
    ],
  );
  const conditions = verdicts.map(
    ([type, { status, reason, message }]): Condition => ({
      type,
      status,
      reason,
      message,
      lastTransitionTime: expectation.now,
    }),
  );
  const problems = worstFirst([
    ...readabilityProblems(snapshot),
    ...verdicts.flatMap(([, verdict]) => verdict.problems ?? []),
    ...advisories(snapshot),
  ]);
  const phase = phaseOf({ snapshot, expectation, conditions, problems });
  const release = snapshot.helmRelease;
  return {
    phase,
    summary: summaryOf(phase, snapshot, conditions, problems),
    conditions,
    problems,
    cilium: {
      version: agentVersion(snapshot),
      chartVersion: release?.chartVersion,
      profile: release?.profile,
      release: release && {
        revision: release.revision,
        status: release.status,
      },
    },
    configuration: configuration(snapshot, expectation),
    kubernetesVersion: snapshot.kubernetesVersion,
    workloads: workloads(snapshot),
    nodes: nodes(snapshot, expectation.now),
    nodePools: nodePools(snapshot),
    tkeComponents: tkeComponents(snapshot),
  };
}

function worstFirst(problems: Problem[]): Problem[] {
  return SEVERITIES.flatMap(severity =>
    problems.filter(problem => problem.severity === severity),
  );
}
