import { Knex } from 'knex';
import { Lease } from './Lease';
import { LeaseLostError } from './LeaseLostError';

/** A writer that stands still in the middle must not keep the next holder out for longer. */
const STAND_STILL_MS = 3_000;

/**
 * Writes under a lease: all of it happens while the lease is the newest of its cluster, or nothing
 * of it does.
 *
 * @throws {@link LeaseLostError} when the lease is over
 */
export async function fenced<Result>(
  db: Knex,
  lease: Lease,
  write: (transaction: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async transaction => {
    if (db.client.config.client === 'pg') {
      // A paused process keeps its connection, and so the lock that the next holder waits for.
      await transaction.raw(
        `SET LOCAL idle_in_transaction_session_timeout = ${STAND_STILL_MS}`,
      );
    }
    const { clusterId, holder, generation } = lease;
    // The lock holds off a new holder until this is written. SQLite knows none, and needs none:
    // it lets a transaction write only if nobody wrote since it first read.
    const held = await transaction('cluster_lease')
      .where({ cluster_id: clusterId, holder, generation })
      .forUpdate()
      .first('generation');
    if (!held) {
      throw new LeaseLostError(lease);
    }
    return write(transaction);
  });
}
