import { Knex } from 'knex';
import { DatabaseLeaseStore } from '../lease/DatabaseLeaseStore';
import { Lease } from '../lease/Lease';
import { DatabaseReadinessWriter } from '../store/DatabaseReadinessWriter';
import { StoredCluster } from '../store/ReadinessStore';

/** Takes the lease of a cluster, whoever holds it. */
export async function takeLease(
  db: Knex,
  clusterId: string,
  holder: string = 'replica-of-the-test',
): Promise<Lease> {
  const leases = DatabaseLeaseStore.create(db);
  const before = (await leases.leases()).find(
    lease => lease.clusterId === clusterId,
  );
  const generation = before?.generation ?? 0;
  await leases.acquire(holder, [{ clusterId, generation }]);
  return { clusterId, holder, generation: generation + 1 };
}

/** Stores what is known of a cluster, as the replica that watches it would. */
export async function saveReadiness(
  db: Knex,
  cluster: Omit<StoredCluster, 'revision'>,
): Promise<number> {
  const { clusterId, ...known } = cluster;
  const lease = await takeLease(db, clusterId);
  return DatabaseReadinessWriter.create(db, lease).save(known);
}
