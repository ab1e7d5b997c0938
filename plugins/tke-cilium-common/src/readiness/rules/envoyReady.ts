import { CILIUM_WORKLOADS } from '../../vocabulary/names';
import { notInstalled } from '../installation';
import { daemonSetStandings } from '../nodeStandings';
import { nodesParameters } from '../nodesParameters';
import { createProblem } from '../problems/catalogue';
import { waitingForNodes } from '../servedNodes';
import { fails, holds, Rule, unknownWithout } from '../verdict';

const BROKEN = new Set(['image-pull-failed', 'crash-loop', 'not-ready']);

/**
 * Every pod of Cilium's Envoy is ready.
 *
 * @remarks
 * Row 2 of `cilium status`: without the DaemonSet Envoy runs inside the agent. A node without an
 * Envoy pod is not counted against it: the chart keeps it off nodes labelled
 * `cilium.io/no-schedule`, and off nodes whose agent is not there yet.
 */
export const envoyReady: Rule = (snapshot, { now }) => {
  const gap =
    unknownWithout(snapshot, 'daemonSets', 'nodes', 'pods') ??
    notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const daemonSet = snapshot.daemonSets[CILIUM_WORKLOADS.envoy];
  if (!daemonSet) {
    return holds('Embedded', 'Envoy runs inside the agent.');
  }
  const noNodes = waitingForNodes(snapshot);
  if (noNodes) {
    return noNodes;
  }
  const standings = daemonSetStandings(
    snapshot,
    CILIUM_WORKLOADS.envoy,
    now,
  ).filter(({ state, pod }) => pod || state === 'starting');
  const ready = standings.filter(({ state }) => state === 'ready').length;
  const count = `${ready} of ${standings.length} pods of cilium-envoy are ready`;
  const broken = standings.filter(({ state }) => BROKEN.has(state));
  if (broken.length > 0) {
    const problem = createProblem('envoy-not-ready', {
      ...nodesParameters(broken.map(({ node }) => node.name)),
      detail:
        broken[0].detail || (broken[0].pod?.waiting?.reason ?? broken[0].state),
    });
    return fails('EnvoyBroken', `${count}. ${problem.message}`, [problem]);
  }
  if (ready < standings.length || standings.length === 0) {
    return fails('EnvoyStarting', `${count}.`);
  }
  if (daemonSet.observedGeneration < daemonSet.generation) {
    return fails(
      'RolloutNotStarted',
      'The DaemonSet kube-system/cilium-envoy is updated but its rollout has not started.',
    );
  }
  if (daemonSet.updated < daemonSet.desired) {
    return fails(
      'RollingOut',
      `The DaemonSet kube-system/cilium-envoy is rolling out: ${daemonSet.updated} of ${daemonSet.desired} pods are updated.`,
    );
  }
  return holds('AllEnvoysReady', `${count}.`);
};
