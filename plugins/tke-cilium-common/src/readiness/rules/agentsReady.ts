import { CILIUM_WORKLOADS } from '../../vocabulary/names';
import { hasRelease, notInstalled } from '../installation';
import { agentStandings } from '../nodeStandings';
import { createProblem } from '../problems/catalogue';
import { waitingForNodes } from '../servedNodes';
import { fails, holds, Rule, unknownWithout } from '../verdict';
import { agentProblems } from './agentProblems';

/**
 * Every node that Cilium serves has a ready agent, and the DaemonSet is rolled out.
 *
 * @remarks
 * The rows 1, 5 and 6 of `cilium status`, by node instead of by count, without pods on super nodes.
 */
export const agentsReady: Rule = (snapshot, { now, minimumReadyNodes = 0 }) => {
  const gap =
    unknownWithout(snapshot, 'daemonSets', 'nodes', 'pods') ??
    notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const daemonSet = snapshot.daemonSets[CILIUM_WORKLOADS.agent];
  if (!daemonSet) {
    const isDone =
      hasRelease(snapshot) && snapshot.helmRelease?.status === 'deployed';
    return fails(
      'DaemonSetMissing',
      'The DaemonSet kube-system/cilium does not exist.',
      isDone ? [createProblem('agent-daemon-set-missing', {})] : [],
    );
  }
  const noNodes = waitingForNodes(snapshot);
  if (noNodes) {
    return noNodes;
  }
  const standings = agentStandings(snapshot, now);
  const ready = standings.filter(({ state }) => state === 'ready').length;
  const count = `${ready} of ${standings.length} agents are ready`;
  const problems = agentProblems(standings);
  if (problems.length > 0) {
    return fails('AgentsBroken', `${count}. ${problems[0].message}`, problems);
  }
  if (daemonSet.observedGeneration < daemonSet.generation) {
    return fails(
      'RolloutNotStarted',
      'The DaemonSet kube-system/cilium is updated but its rollout has not started.',
    );
  }
  if (daemonSet.updated < daemonSet.desired) {
    return fails(
      'RollingOut',
      `The DaemonSet kube-system/cilium is rolling out: ${daemonSet.updated} of ${daemonSet.desired} pods are updated.`,
    );
  }
  if (ready < standings.length) {
    const first = standings.find(({ state }) => state !== 'ready');
    return fails(
      'AgentsStarting',
      `${count}; on node ${first?.node.name} ${first?.detail}.`,
    );
  }
  if (ready < minimumReadyNodes) {
    return fails(
      'TooFewNodes',
      `${ready} nodes have a ready agent, ${minimumReadyNodes} are expected.`,
    );
  }
  return holds('AllAgentsReady', `${count}.`);
};
