import { ClusterSnapshot } from '../snapshot/types';
import { agentStandings } from './nodeStandings';
import { hasRelease, isInstalled } from './installation';
import { servedNodes } from './servedNodes';
import {
  Condition,
  ConditionType,
  Problem,
  ReadinessExpectation,
  ReadinessPhase,
} from './types';

/** Conditions that say something about the cluster but do not keep it from being ready. */
const INFORMATIVE = new Set<ConditionType>([
  'KubernetesSupported',
  'EndpointsManaged',
  'NodePoolsReady',
]);

/** Conditions that need a permission that not everyone grants; unknown, they do not hold up the rest. */
const MAY_BE_UNKNOWN = new Set<ConditionType>([
  'ReleaseDeployed',
  'EniAgentReady',
  'ApiServerAddressCurrent',
]);

type Judgement = {
  snapshot: ClusterSnapshot;
  expectation: ReadinessExpectation;
  conditions: Condition[];
  problems: Problem[];
};

/** The phase that conditions and problems add up to: the first that applies. */
export function phaseOf(judgement: Judgement): ReadinessPhase {
  const { snapshot, problems } = judgement;
  if (snapshot.connection.state === 'unreachable') {
    return 'Unreachable';
  }
  if (conditionOf(judgement, 'Supported')?.status === 'False') {
    return 'Unsupported';
  }
  if (!isInstalled(snapshot) && isKnown(snapshot, 'daemonSets')) {
    return 'NotInstalled';
  }
  if (hasFailed(judgement)) {
    return 'Failed';
  }
  if (
    hasRelease(snapshot) &&
    snapshot.helmRelease?.status.startsWith('pending-')
  ) {
    return 'Installing';
  }
  if (servedNodes(snapshot).length === 0 && isKnown(snapshot, 'nodes')) {
    return 'WaitingForNodes';
  }
  if (problems.some(({ severity }) => severity === 'error')) {
    return 'Degraded';
  }
  const blocking = blockingCondition(judgement.conditions);
  if (blocking?.reason === 'TooFewNodes') {
    return 'WaitingForNodes';
  }
  return blocking ? 'Progressing' : 'Ready';
}

/** The first condition that keeps the cluster from being ready. */
export function blockingCondition(
  conditions: Condition[],
): Condition | undefined {
  return conditions.find(
    ({ type, status }) =>
      status !== 'True' &&
      !INFORMATIVE.has(type) &&
      !(status === 'Unknown' && MAY_BE_UNKNOWN.has(type)),
  );
}

/** An install that went wrong, or agents that crash everywhere: nothing of it works. */
function hasFailed({ snapshot, expectation, problems }: Judgement): boolean {
  if (
    problems.some(
      ({ code }) =>
        code === 'release-failed' || code === 'release-pending-stale',
    )
  ) {
    return true;
  }
  const standings = agentStandings(snapshot, expectation.now);
  return (
    standings.length > 0 &&
    standings.every(({ state }) => state === 'crash-loop')
  );
}

function conditionOf(
  { conditions }: Judgement,
  type: ConditionType,
): Condition | undefined {
  return conditions.find(condition => condition.type === type);
}

function isKnown(
  { collections }: ClusterSnapshot,
  name: 'daemonSets' | 'nodes',
): boolean {
  return collections[name].state === 'synced';
}
