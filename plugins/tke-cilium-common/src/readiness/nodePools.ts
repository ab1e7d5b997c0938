import {
  ClusterSnapshot,
  NodePoolFacts,
  PendingMachineFacts,
} from '../snapshot/types';
import { NodePoolReadiness } from './types';

/** The pools of the cluster, as a person needs to know them. */
export function nodePools(snapshot: ClusterSnapshot): NodePoolReadiness[] {
  return snapshot.nodePools.map(pool => {
    const pending = pendingOf(snapshot, pool);
    return {
      name: pool.name,
      kind: pool.kind,
      desired: pool.desired,
      ready: pool.ready,
      minimum: pool.minimum,
      maximum: pool.maximum,
      instanceTypes: pool.instanceTypes,
      zones: pool.zones,
      phase: phaseOf(pool, pending),
      message:
        pool.failure && `${pool.failure.reason}: ${pool.failure.message}`,
      createdAt: pool.createdAt,
    };
  });
}

/** The machines that a pool is making. */
export function pendingOf(
  snapshot: ClusterSnapshot,
  pool: Pick<NodePoolFacts, 'kind' | 'name'>,
): PendingMachineFacts[] {
  return snapshot.pendingMachines.filter(
    machine => machine.kind === pool.kind && machine.pool === pool.name,
  );
}

/** Whether a pool cannot make the nodes that it should. */
export function isFailed(pool: NodePoolFacts): boolean {
  return pool.failure !== undefined && (!pool.accepted || pool.ready === 0);
}

function phaseOf(
  pool: NodePoolFacts,
  pending: PendingMachineFacts[],
): NodePoolReadiness['phase'] {
  if (isFailed(pool)) {
    return 'Failed';
  }
  if (!pool.accepted) {
    return 'Unknown';
  }
  if (pending.length > 0 || pool.ready < (pool.desired ?? 0)) {
    return 'Scaling';
  }
  return pool.ready === 0 ? 'Empty' : 'Ready';
}
