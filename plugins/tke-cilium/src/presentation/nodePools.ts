import { NodePoolReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Order, orderBy } from './orderBy';
import { Tone } from './tone';

/** The tone of every phase of a pool. */
export const TONE_OF_POOL_PHASE: Record<NodePoolReadiness['phase'], Tone> = {
  Ready: 'success',
  Scaling: 'info',
  Failed: 'danger',
  Empty: 'neutral',
  Unknown: 'neutral',
};

/** What the reader wants to see of the pools. Nothing chosen: everything. */
export type NodePoolFilter = { kind: string; phase: string };

/** The pools that the reader wants to see. */
export function filterNodePools<Pool extends NodePoolReadiness>(
  pools: readonly Pool[],
  filter: NodePoolFilter,
): Pool[] {
  return pools.filter(
    pool =>
      (!filter.kind || pool.kind === filter.kind) &&
      (!filter.phase || pool.phase === filter.phase),
  );
}

/** The pools that have a text in anything that is shown of them. */
export function searchNodePools<Pool extends NodePoolReadiness>(
  pools: readonly Pool[],
  search: string,
): Pool[] {
  const wanted = search.trim().toLocaleLowerCase();
  return pools.filter(pool =>
    [pool.name, pool.message, ...pool.instanceTypes, ...pool.zones].some(
      value => value?.toLocaleLowerCase().includes(wanted),
    ),
  );
}

/** How much a pool needs to be looked at. */
const URGENCY: Record<NodePoolReadiness['phase'], number> = {
  Failed: 4,
  Unknown: 3,
  Scaling: 2,
  Ready: 1,
  Empty: 0,
};

/** The pools in the order of a column; within the same value by name. */
export function sortNodePools<Pool extends NodePoolReadiness>(
  pools: readonly Pool[],
  order: Order,
): Pool[] {
  return orderBy(pools, order, pool => {
    switch (order.column) {
      case 'phase':
        return URGENCY[pool.phase];
      case 'ready':
        return pool.ready;
      case 'scaling':
        return pool.maximum;
      case 'instanceTypes':
      case 'zones':
        return pool[order.column].join();
      case 'createdAt':
        // The oldest has the greatest age.
        return pool.createdAt && -Date.parse(pool.createdAt);
      default:
        return pool[order.column as 'name' | 'kind'];
    }
  });
}

/** Between how many and how many nodes a pool scales. */
export function scalingRange(pool: NodePoolReadiness): string | undefined {
  const { minimum, maximum } = pool;
  return minimum === undefined && maximum === undefined
    ? undefined
    : `${minimum ?? 0} – ${maximum ?? '∞'}`;
}

/** How many nodes of a pool are ready, of how many that it wants. */
export function readyOfDesired(pool: NodePoolReadiness): string {
  return pool.desired === undefined
    ? `${pool.ready}`
    : `${pool.ready}/${pool.desired}`;
}
