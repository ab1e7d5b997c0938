import { ClusterSnapshot, NodeFacts, WorkloadFacts } from '../snapshot/types';
import { CILIUM_WORKLOADS } from '../vocabulary/names';
import { GRACE, isWithin } from './grace';
import { podsByNode, PodStanding, standingOf } from './podStanding';
import { servedNodes } from './servedNodes';

/** A node and how a pod of a DaemonSet stands on it. */
export type NodeStanding = PodStanding & { node: NodeFacts };

/** How a DaemonSet of Cilium stands on each node that it has to serve. */
export function daemonSetStandings(
  snapshot: ClusterSnapshot,
  component: string,
  now: string,
): NodeStanding[] {
  const pods = podsByNode(
    snapshot.pods.filter(pod => pod.component === component),
  );
  const daemonSet = snapshot.daemonSets[component];
  const isCreating =
    isBehind(daemonSet, pods.size) ||
    isWithin(GRACE.create, snapshot.helmRelease?.modifiedAt, now);
  return servedNodes(snapshot).map(node => {
    const pod = pods.get(node.name);
    if (pod) {
      return { ...standingOf(pod, node, now), node };
    }
    return isCreating || isWithin(GRACE.create, node.createdAt, now)
      ? { state: 'starting', detail: 'its pod is being created', node }
      : { state: 'missing', detail: '', node };
  });
}

/** How the Cilium agent stands on each node that it has to serve. */
export function agentStandings(
  snapshot: ClusterSnapshot,
  now: string,
): NodeStanding[] {
  return daemonSetStandings(snapshot, CILIUM_WORKLOADS.agent, now);
}

/**
 * Whether the DaemonSet's controller has not caught up with its pods.
 *
 * @remarks
 * A pod that was deleted is gone a moment before its successor is there, at every step of a
 * rollout. The controller counts its pods after it has created what is missing: while it counts
 * more nodes than there are pods, the successor is on its way; a pod that it cannot create, it
 * does not count.
 */
function isBehind(
  daemonSet: WorkloadFacts | undefined,
  nodesWithPod: number,
): boolean {
  return (
    daemonSet !== undefined &&
    (daemonSet.observedGeneration < daemonSet.generation ||
      nodesWithPod < daemonSet.occupiedNodes)
  );
}
