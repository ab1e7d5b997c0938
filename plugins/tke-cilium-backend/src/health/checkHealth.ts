import { Knex } from 'knex';
import { DEFAULT_LEASE_TIMINGS } from '../lease/leaseTimings';
import { ReplicaLife } from '../lease/ReplicaLife';
import { within } from '../lease/within';
import { Health } from '../schema/openapi/generated/models';

/**
 * Whether this replica does its work: it reaches the database, and keeps its place among the
 * replicas. That a cluster does not answer is no fault of the replica.
 *
 * @param life - `undefined`: it has not started to watch
 */
export async function checkHealth(
  db: Knex,
  life: ReplicaLife | undefined,
): Promise<Health> {
  const isReachable = await within(DEFAULT_LEASE_TIMINGS.answerMs, async () =>
    db.select(db.raw('1')),
  ).then(
    () => true,
    () => false,
  );
  const isAlive = life?.isAlive ?? false;
  return {
    status: isReachable && isAlive ? 'ok' : 'unavailable',
    database: isReachable ? 'reachable' : 'unreachable',
    heartbeat: isAlive ? 'fresh' : 'missing',
    clusters: life?.clusters ?? 0,
  };
}
