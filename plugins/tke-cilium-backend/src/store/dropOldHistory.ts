import { Knex } from 'knex';
import { HISTORY, HistoryRow } from './readinessRows';

/** A cluster that changes all the time must not fill the database before its history is old. */
const MOST_PER_CLUSTER = 10_000;

/**
 * Drops history that is too old or too much. The newest entry of a cluster always stays: it says
 * since when the cluster is what it is.
 *
 * @returns how many entries were dropped
 */
export async function dropOldHistory(
  db: Knex,
  options: { before: Date; mostPerCluster?: number },
): Promise<number> {
  const { before, mostPerCluster = MOST_PER_CLUSTER } = options;
  const clusters = await db<HistoryRow>(HISTORY)
    .groupBy('cluster_id')
    .select('cluster_id')
    .max({ newest: 'revision' });
  let dropped = 0;
  for (const { cluster_id, newest } of clusters) {
    const surplus = await db<HistoryRow>(HISTORY)
      .where({ cluster_id })
      .orderBy('revision', 'desc')
      .offset(mostPerCluster)
      .first('revision');
    dropped += await db<HistoryRow>(HISTORY)
      .where({ cluster_id })
      .where('revision', '<', newest)
      .where(old => {
        old.where('at', '<', before.toISOString());
        if (surplus) {
          old.orWhere('revision', '<=', surplus.revision);
        }
      })
      .delete();
  }
  return dropped;
}
