import { ClusterSnapshot, NodeFacts } from '../snapshot/types';
import { fails, Verdict } from './verdict';

/**
 * The nodes that Cilium has to serve: all but super nodes.
 *
 * @remarks
 * The DaemonSet tolerates everything, so its own `desiredNumberScheduled` counts super nodes, on
 * which no agent can run.
 */
export function servedNodes(snapshot: ClusterSnapshot): NodeFacts[] {
  return snapshot.nodes.filter(node => node.kind !== 'super');
}

/** Names of the super nodes. */
export function superNodeNames(snapshot: ClusterSnapshot): Set<string> {
  return new Set(
    snapshot.nodes.filter(node => node.kind === 'super').map(node => node.name),
  );
}

/** The verdict about what needs a node, while there is none. */
export function waitingForNodes(
  snapshot: ClusterSnapshot,
): Verdict | undefined {
  return servedNodes(snapshot).length > 0
    ? undefined
    : fails(
        'WaitingForNodes',
        'The cluster has no node that Cilium can run on yet.',
      );
}
