import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { listAll } from './listAll';
import type { TencentCloudRegion } from './TencentCloudRegions';

/** A cluster that this product made. @public */
export type MadeCluster = {
  clusterId: string;
  name: string;
  account: string;
  region: string;
  /** Entity ref of its owner, when it was made for one. */
  owner?: string;
};

/**
 * The clusters of an account in a region that this product made: those with its tag, without those
 * that are being deleted.
 *
 * @public
 */
export async function listMadeClusters(
  { account, region, api }: TencentCloudRegion,
  signal?: AbortSignal,
): Promise<MadeCluster[]> {
  const clusters = await listAll<Cluster>(async page => {
    const { TotalCount: total, Clusters: items } = await api.call(
      'DescribeClusters',
      {
        Filters: [{ Name: 'tag-key', Values: [CLOUD_TAGS.managedBy] }],
        ...page,
      },
      { region, subject: 'the clusters made here', signal },
    );
    return { total, items };
  });
  return clusters
    .filter(
      cluster =>
        cluster.ClusterStatus !== 'Deleting' &&
        tagOf(cluster, CLOUD_TAGS.managedBy) === CLOUD_TAG_VALUE,
    )
    .map(cluster => ({
      clusterId: cluster.ClusterId ?? '',
      name: cluster.ClusterName ?? '',
      account,
      region,
      owner: tagOf(cluster, CLOUD_TAGS.owner),
    }));
}

/**
 * Origin of the catalog entity of a cluster that this product made: what an account can trust in
 * `clustersFromCatalog`. Without an id, what all of the account and region are below.
 *
 * @public
 */
export function madeClusterOrigin({
  account,
  region,
  clusterId = '',
}: Pick<MadeCluster, 'account' | 'region'> & { clusterId?: string }): string {
  return `tke-cilium:tencent-cloud/${account}/${region}/${clusterId}`;
}

/** Value of a tag of a cluster. */
export function tagOf(cluster: Cluster, key: string): string | undefined {
  return cluster.TagSpecification?.flatMap(({ Tags = [] }) => Tags).find(
    tag => tag.Key === key,
  )?.Value;
}
