import { ClusterSnapshot } from '../snapshot/types';
import { agentVersion } from './ciliumVersion';
import { blockingCondition } from './phase';
import { servedNodes } from './servedNodes';
import { Condition, Problem, ReadinessPhase } from './types';

/** One sentence that says why the cluster is in this phase. */
export function summaryOf(
  phase: ReadinessPhase,
  snapshot: ClusterSnapshot,
  conditions: Condition[],
  problems: Problem[],
): string {
  const version = agentVersion(snapshot);
  const cilium = version ? `Cilium ${version}` : 'Cilium';
  switch (phase) {
    case 'NotInstalled':
      return 'Cilium is not installed.';
    case 'Installing':
      return `Helm is at work: revision ${snapshot.helmRelease?.revision} is ${snapshot.helmRelease?.status}.`;
    case 'WaitingForNodes': {
      const blocking = blockingCondition(conditions);
      return blocking?.reason === 'TooFewNodes'
        ? blocking.message
        : `${cilium} is installed and waits for the first node.`;
    }
    case 'Progressing':
      return blockingCondition(conditions)?.message ?? 'It is not known yet.';
    case 'Ready':
      return readySummary(cilium, snapshot, conditions);
    default:
      return problemSummary(problems);
  }
}

function readySummary(
  cilium: string,
  snapshot: ClusterSnapshot,
  conditions: Condition[],
): string {
  const count = servedNodes(snapshot).length;
  const served = count === 1 ? 'the only node' : `all ${count} nodes`;
  const unknown = conditions
    .filter(({ status }) => status === 'Unknown')
    .map(({ type }) => type);
  return unknown.length === 0
    ? `${cilium} serves ${served}.`
    : `${cilium} serves ${served}; not known: ${unknown.join(', ')}.`;
}

function problemSummary(problems: Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors.length > 0 ? errors : problems;
  if (!first) {
    return 'Something is wrong that no rule explains.';
  }
  return errors.length > 1
    ? `${first.message} And ${errors.length - 1} more.`
    : first.message;
}
