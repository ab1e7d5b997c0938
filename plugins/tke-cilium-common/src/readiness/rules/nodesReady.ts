import { NodeFacts } from '../../snapshot/types';
import { isAtLeast } from '../../versions/version';
import {
  AGENT_NOT_READY_TAINT,
  MINIMUM_KERNEL_VERSION,
} from '../../vocabulary/names';
import { GRACE, isWithin } from '../grace';
import { isInstalled } from '../installation';
import { agentStandings } from '../nodeStandings';
import { nodesParameters } from '../nodesParameters';
import { createProblem } from '../problems/catalogue';
import { servedNodes, waitingForNodes } from '../servedNodes';
import { Problem } from '../types';
import { fails, holds, Rule, unknownWithout } from '../verdict';

const ADDRESS_UNAVAILABLE_TAINT = 'tke.cloud.tencent.com/eni-ip-unavailable';

/** Every node that Cilium serves is ready, new enough, and released by Cilium. */
export const nodesReady: Rule = (snapshot, { now }) => {
  const gap =
    unknownWithout(snapshot, 'nodes', 'pods') ?? waitingForNodes(snapshot);
  if (gap) {
    return gap;
  }
  const nodes = servedNodes(snapshot);
  const isOld = (node: NodeFacts) =>
    !isWithin(GRACE.start, node.createdAt, now);
  const notReady = nodes.filter(node => !node.ready);
  const problems = [
    ...about(
      notReady.filter(node => !isJoining(node, now)),
      (first, names) =>
        createProblem('node-not-ready', {
          ...names,
          detail: [first.notReady?.reason, first.notReady?.message]
            .filter(Boolean)
            .join(', '),
        }),
    ),
    ...about(nodes.filter(hasOldKernel), (first, names) =>
      createProblem('node-kernel-too-old', {
        ...names,
        kernel: first.kernelVersion ?? 'unknown',
        minimum: MINIMUM_KERNEL_VERSION,
      }),
    ),
    ...about(
      nodes.filter(
        node => hasTaint(node, ADDRESS_UNAVAILABLE_TAINT) && isOld(node),
      ),
      (_, names) => createProblem('node-address-unavailable', names),
    ),
  ];
  const held: NodeFacts[] = [];
  if (isInstalled(snapshot)) {
    const served = agentStandings(snapshot, now).filter(
      ({ state }) => state === 'ready',
    );
    const settled = served
      .filter(({ pod }) => !isWithin(GRACE.followUp, pod?.readySince, now))
      .map(({ node }) => node);
    const isRegistered = (node: NodeFacts) =>
      snapshot.ciliumNodes.includes(node.name);
    held.push(
      ...served
        .map(({ node }) => node)
        .filter(node => hasTaint(node, AGENT_NOT_READY_TAINT)),
    );
    problems.push(
      ...about(
        settled.filter(node => hasTaint(node, AGENT_NOT_READY_TAINT)),
        (_, names) => createProblem('node-taint-stuck', names),
      ),
      ...about(
        settled.filter(node => node.networkUnavailable?.status === 'True'),
        (_, names) => createProblem('node-network-unavailable', names),
      ),
      ...about(
        snapshot.collections.ciliumNodes.state === 'synced'
          ? settled.filter(node => !isRegistered(node))
          : [],
        (_, names) => createProblem('cilium-node-missing', names),
      ),
    );
  }
  const ready = nodes.length - notReady.length;
  const count = `${ready} of ${nodes.length} nodes are ready`;
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) {
    return fails('NodesBroken', `${count}. ${error.message}`, problems);
  }
  if (notReady.length > 0) {
    return fails(
      'NodesJoining',
      `${count}; node ${notReady[0].name} is joining.`,
      problems,
    );
  }
  if (held.length > 0) {
    return fails(
      'NodesHeld',
      `${count}; node ${held[0].name} still has the taint ${AGENT_NOT_READY_TAINT}.`,
      problems,
    );
  }
  return { ...holds('AllNodesReady', `${count}.`), problems };
};

/** A kubelet registers its node as not ready; a later change to not ready is an outage. */
const REGISTRATION = 10_000;

function isJoining({ createdAt, notReady }: NodeFacts, now: string): boolean {
  return (
    isWithin(GRACE.start, createdAt, now) &&
    (!notReady?.since || isWithin(REGISTRATION, createdAt, notReady.since))
  );
}

function about(
  nodes: NodeFacts[],
  problem: (
    first: NodeFacts,
    names: ReturnType<typeof nodesParameters>,
  ) => Problem,
): Problem[] {
  return nodes.length > 0
    ? [problem(nodes[0], nodesParameters(nodes.map(node => node.name)))]
    : [];
}

function hasTaint(node: NodeFacts, key: string): boolean {
  return node.taints.some(taint => taint.key === key);
}

function hasOldKernel({ kernelVersion }: NodeFacts): boolean {
  return (
    kernelVersion !== undefined &&
    !isAtLeast(kernelVersion, MINIMUM_KERNEL_VERSION)
  );
}
