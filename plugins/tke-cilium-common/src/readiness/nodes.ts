import { ClusterSnapshot, NodeFacts } from '../snapshot/types';
import { agentStandings } from './nodeStandings';
import { PodStanding } from './podStanding';
import { NodeReadiness } from './types';

/** The nodes of the cluster, as a person needs to know them. */
export function nodes(snapshot: ClusterSnapshot, now: string): NodeReadiness[] {
  const standings = new Map(
    agentStandings(snapshot, now).map(standing => [
      standing.node.name,
      standing,
    ]),
  );
  const isKnown = snapshot.collections.pods.state === 'synced';
  return snapshot.nodes.map(node => ({
    name: node.name,
    kind: node.kind,
    ready: node.ready,
    cilium: ciliumOn(isKnown ? standings.get(node.name) : undefined, node),
    message: messageOf(node, isKnown ? standings.get(node.name) : undefined),
    nodePool: node.nodePool,
    instanceType: node.instanceType,
    zone: node.zone,
    kernelVersion: node.kernelVersion,
    osImage: node.osImage,
    taints: node.taints.length > 0 ? node.taints.map(written) : undefined,
    createdAt: node.createdAt,
  }));
}

function written({ key, value, effect }: NodeFacts['taints'][number]): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}

function ciliumOn(
  standing: PodStanding | undefined,
  node: NodeFacts,
): NodeReadiness['cilium'] {
  if (node.kind === 'super') {
    return 'not-applicable';
  }
  if (!standing) {
    return 'unknown';
  }
  if (!standing.pod) {
    return 'missing';
  }
  return standing.state === 'ready' ? 'ready' : 'not-ready';
}

function messageOf(
  node: NodeFacts,
  standing: PodStanding | undefined,
): string | undefined {
  if (node.notReady) {
    return [node.notReady.reason, node.notReady.message]
      .filter(Boolean)
      .join(': ');
  }
  const reason = standing?.pod?.waiting?.reason;
  const detail = standing?.detail ?? '';
  const parts = detail.includes(reason ?? detail) ? [detail] : [reason, detail];
  return parts.filter(Boolean).join(': ') || undefined;
}
