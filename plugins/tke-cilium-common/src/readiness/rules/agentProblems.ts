import { Problem } from '../types';
import { NodeStanding } from '../nodeStandings';
import { nodesParameters } from '../nodesParameters';
import { createProblem } from '../problems/catalogue';

/**
 * One problem for every way in which agents are broken, however many nodes share it.
 *
 * @remarks
 * What is said about the first node stands for the others: a thousand nodes that cannot pull the
 * same image are one problem.
 */
export function agentProblems(standings: NodeStanding[]): Problem[] {
  const broken = (state: NodeStanding['state']) => {
    const group = standings.filter(standing => standing.state === state);
    return group.length > 0
      ? {
          first: group[0],
          nodes: nodesParameters(group.map(({ node }) => node.name)),
        }
      : undefined;
  };
  const problems: Problem[] = [];
  const pull = broken('image-pull-failed');
  if (pull) {
    problems.push(
      createProblem('agent-image-pull-failed', {
        ...pull.nodes,
        image: pull.first.pod?.image ?? 'unknown',
        reason: pull.first.pod?.waiting?.reason ?? 'unknown',
        detail: pull.first.detail,
      }),
    );
  }
  const crash = broken('crash-loop');
  if (crash) {
    const pod = crash.first.pod;
    problems.push(
      createProblem('agent-crash-loop', {
        ...crash.nodes,
        container:
          pod?.waiting?.container ??
          pod?.lastTermination?.container ??
          'cilium-agent',
        exitCode: String(pod?.lastTermination?.exitCode ?? 'unknown'),
        detail: crash.first.detail,
      }),
    );
  }
  const notReady = broken('not-ready');
  if (notReady) {
    problems.push(
      createProblem('agent-not-ready', {
        ...notReady.nodes,
        detail: notReady.first.detail,
      }),
    );
  }
  const missing = broken('missing');
  if (missing) {
    problems.push(createProblem('agent-missing-on-node', missing.nodes));
  }
  return problems;
}
