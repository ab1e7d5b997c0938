import { CollectionFacts } from './reduce/reducers';
import { NodeFacts, NodePoolFacts, PendingMachineFacts } from './types';

/**
 * The pools that objects declare and the regular ones that only show in their nodes' labels,
 * completed by what their nodes and machines say.
 */
export function mergeNodePools(
  declared: CollectionFacts['machineSets'][],
  nodes: NodeFacts[],
  machines: PendingMachineFacts[],
): NodePoolFacts[] {
  const known = new Set(declared.map(poolKey));
  const shown = nodes
    .filter(node => node.kind === 'regular' && node.nodePool)
    .map(node => regularPool(node.nodePool!));
  const pools = [...declared];
  for (const pool of shown) {
    if (!known.has(poolKey(pool))) {
      known.add(poolKey(pool));
      pools.push(pool);
    }
  }
  return pools.map(pool => {
    const members = nodes.filter(
      node => node.kind === pool.kind && node.nodePool === pool.name,
    );
    return {
      ...pool,
      ready: members.filter(node => node.ready).length,
      instanceTypes: declaredOr(
        pool.instanceTypes,
        members.map(node => node.instanceType),
      ),
      zones: declaredOr(
        pool.zones,
        members.map(node => node.zone),
      ),
      failure: pool.failure ?? newestFailure(pool, machines),
    };
  });
}

/** TKE keeps regular pools outside the cluster; the nodes' labels are all there is inside. */
function regularPool(name: string): NodePoolFacts {
  return {
    name,
    kind: 'regular',
    ready: 0,
    instanceTypes: [],
    zones: [],
    accepted: true,
  };
}

function newestFailure(
  pool: NodePoolFacts,
  machines: PendingMachineFacts[],
): NodePoolFacts['failure'] {
  return machines
    .filter(
      machine =>
        machine.kind === pool.kind &&
        machine.pool === pool.name &&
        machine.failure,
    )
    .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))[0]
    ?.failure;
}

function poolKey(pool: Pick<NodePoolFacts, 'kind' | 'name'>): string {
  return `${pool.kind}/${pool.name}`;
}

/** What a pool declares, or, where it declares nothing, what its nodes have. */
function declaredOr(
  declared: string[],
  seen: (string | undefined)[],
): string[] {
  return declared.length > 0
    ? declared
    : [...new Set(seen.filter((value): value is string => !!value))];
}
