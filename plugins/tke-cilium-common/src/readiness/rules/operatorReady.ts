import { ClusterSnapshot, PodFacts } from '../../snapshot/types';
import { CILIUM_WORKLOADS } from '../../vocabulary/names';
import { notInstalled } from '../installation';
import { PodStanding, standingOf } from '../podStanding';
import { createProblem } from '../problems/catalogue';
import { servedNodes, waitingForNodes } from '../servedNodes';
import { fails, holds, Rule, unknownWithout } from '../verdict';

const BROKEN = new Set(['image-pull-failed', 'crash-loop', 'not-ready']);

/**
 * As many replicas of the operator are ready as the cluster has room for.
 *
 * @remarks
 * `cilium status` never succeeds on a cluster with one node: the chart asks for two replicas that
 * may not share a node. Here one replica per node is enough.
 *
 * Stricter than `cilium status` in one thing: an operator that does not exist is a problem, for
 * without it no CRD is registered and no node loses its taint.
 */
export const operatorReady: Rule = (snapshot, { now }) => {
  const gap =
    unknownWithout(snapshot, 'deployments', 'nodes', 'pods') ??
    notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const deployment = snapshot.deployments[CILIUM_WORKLOADS.operator];
  if (!deployment) {
    return fails(
      'DeploymentMissing',
      'The Deployment kube-system/cilium-operator does not exist.',
      snapshot.helmRelease?.status.startsWith('pending-')
        ? []
        : [createProblem('operator-missing', {})],
    );
  }
  const noNodes = waitingForNodes(snapshot);
  if (noNodes) {
    return noNodes;
  }
  const room = servedNodes(snapshot).filter(
    node => node.ready && !node.unschedulable,
  ).length;
  // With no room at all it is still one replica that is missing.
  const expected = Math.min(deployment.desired, Math.max(room, 1));
  const ready = Math.min(deployment.ready, expected);
  const count = `${ready} of ${expected} replicas of cilium-operator are ready`;
  if (deployment.ready < expected) {
    const standings = operatorStandings(snapshot, now);
    const broken = standings.find(({ state }) => BROKEN.has(state));
    const detail = broken?.detail || broken?.pod?.waiting?.reason || '';
    return broken
      ? fails('OperatorBroken', `${count}.`, [
          createProblem('operator-not-ready', { ready, expected, detail }),
        ])
      : fails('OperatorStarting', `${count}.`);
  }
  if (deployment.observedGeneration < deployment.generation) {
    return fails(
      'RolloutNotStarted',
      'The Deployment kube-system/cilium-operator is updated but its rollout has not started.',
    );
  }
  if (deployment.updated < expected) {
    return fails(
      'RollingOut',
      `The Deployment kube-system/cilium-operator is rolling out: ${deployment.updated} of ${expected} replicas are updated.`,
    );
  }
  return deployment.ready < deployment.desired
    ? holds(
        'OneReplicaPerNode',
        `${count}; ${deployment.desired} are asked for, but no two may share a node.`,
      )
    : holds('OperatorReady', `${count}.`);
};

function operatorStandings(
  snapshot: ClusterSnapshot,
  now: string,
): PodStanding[] {
  return snapshot.pods
    .filter(isOperator)
    .filter(pod => !pod.ready)
    .map(pod =>
      standingOf(
        pod,
        snapshot.nodes.find(node => node.name === pod.nodeName),
        now,
      ),
    );
}

function isOperator(pod: PodFacts): boolean {
  return pod.component === CILIUM_WORKLOADS.operator;
}
