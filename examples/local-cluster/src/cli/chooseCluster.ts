import { listRecords, type ClusterRecord } from '../cluster/clusterRecord';

/**
 * The cluster with this id, or the only one.
 *
 * @throws Error that lists the clusters there are.
 */
export async function chooseCluster(
  id: string | undefined,
): Promise<ClusterRecord> {
  const records = await listRecords();
  const chosen = records.filter(record => id === undefined || record.id === id);
  if (chosen.length !== 1) {
    const ids = records.map(record => record.id).join(', ');
    throw new Error(
      records.length === 0
        ? 'There is no cluster. Start one: npm run cluster -- up'
        : `${id ? `There is no cluster ${id}` : 'Say which cluster'}: ${ids}.`,
    );
  }
  return chosen[0];
}
