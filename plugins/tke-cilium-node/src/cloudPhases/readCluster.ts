import { NotFoundError } from '@backstage/errors';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { isClusterNotFound } from '../tencentCloud/TencentCloudError';
import { callCloud, CloudPhase } from './CloudPhase';

/** The cluster as the cloud knows it, `undefined` when lists do not show it. */
export async function readCluster(
  phase: Pick<CloudPhase, 'cloud' | 'signal'>,
  clusterId: string,
): Promise<Cluster | undefined> {
  try {
    const { Clusters: clusters = [] } = await callCloud(
      phase,
      'DescribeClusters',
      { ClusterIds: [clusterId] },
      `cluster ${clusterId}`,
    );
    return clusters.find(cluster => cluster.ClusterId === clusterId);
  } catch (error) {
    if (isClusterNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

/** @throws NotFoundError when the account has no such cluster in the region */
export async function requireCluster(
  phase: Pick<CloudPhase, 'cloud' | 'signal'>,
  clusterId: string,
): Promise<Cluster> {
  const cluster = await readCluster(phase, clusterId);
  if (!cluster) {
    throw noSuchCluster(phase, clusterId);
  }
  return cluster;
}

/** Says where it was looked for. */
export function noSuchCluster(
  { cloud }: Pick<CloudPhase, 'cloud'>,
  clusterId: string,
): NotFoundError {
  return new NotFoundError(
    `The Tencent Cloud account "${cloud.account}" has no cluster ${clusterId} in ${cloud.region}. Check account, region and id.`,
  );
}
