import { NodeReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Order, orderBy } from './orderBy';

/** What the reader wants to see of the nodes. Nothing chosen: everything. */
export type NodeFilter = { cilium: string; nodePool: string; zone: string };

/** The nodes that the reader wants to see. */
export function filterNodes<Node extends NodeReadiness>(
  nodes: readonly Node[],
  filter: NodeFilter,
): Node[] {
  return nodes.filter(
    node =>
      (!filter.cilium || node.cilium === filter.cilium) &&
      (!filter.nodePool || node.nodePool === filter.nodePool) &&
      (!filter.zone || node.zone === filter.zone),
  );
}

/** The nodes that have a text in anything that is shown of them. */
export function searchNodes<Node extends NodeReadiness>(
  nodes: readonly Node[],
  search: string,
): Node[] {
  const wanted = search.trim().toLocaleLowerCase();
  return nodes.filter(node =>
    [
      node.name,
      node.nodePool,
      node.instanceType,
      node.zone,
      node.kernelVersion,
      node.osImage,
      node.message,
      node.cilium,
      ...(node.taints ?? []),
    ].some(value => value?.toLocaleLowerCase().includes(wanted)),
  );
}

/** How much a node needs to be looked at. */
const URGENCY: Record<NodeReadiness['cilium'], number> = {
  missing: 4,
  'not-ready': 3,
  unknown: 2,
  ready: 1,
  'not-applicable': 0,
};

/** The nodes in the order of a column; within the same value by name. */
export function sortNodes<Node extends NodeReadiness>(
  nodes: readonly Node[],
  order: Order,
): Node[] {
  return orderBy(nodes, order, node => {
    switch (order.column) {
      case 'cilium':
        return URGENCY[node.cilium];
      case 'ready':
        return Number(node.ready);
      case 'taints':
        return node.taints?.length ?? 0;
      case 'createdAt':
        // The oldest has the greatest age.
        return node.createdAt && -Date.parse(node.createdAt);
      default:
        return node[order.column as 'name' | 'nodePool' | 'zone'];
    }
  });
}
