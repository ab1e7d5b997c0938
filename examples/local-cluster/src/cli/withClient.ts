import { join } from 'node:path';
import { ApiServerClient } from '../api/ApiServerClient';
import type { ClusterRecord } from '../cluster/clusterRecord';

/** Runs `work` with a client of the cluster that may do everything. */
export async function withClient<T>(
  { directory }: ClusterRecord,
  work: (client: ApiServerClient) => Promise<T>,
): Promise<T> {
  const client = await ApiServerClient.fromKubeconfig(
    join(directory, 'kubeconfig'),
  );
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
