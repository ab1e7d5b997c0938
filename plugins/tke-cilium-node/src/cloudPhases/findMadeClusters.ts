import { ConflictError } from '@backstage/errors';
import {
  checkExistingCluster,
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
  type ClusterInput,
  type ExistingCluster,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { tagOf } from '../tencentCloud/listMadeClusters';
import { callCloud, CloudPhase } from './CloudPhase';

/**
 * The clusters of the wanted name in the VPC, made by this product as they are wanted.
 *
 * @param mine - one that this phase has made: it is what was wanted, however the cloud tells it
 *
 * @throws ConflictError when there is one that was not made here, or is not what is wanted
 */
export async function findMadeClusters(
  phase: CloudPhase,
  wanted: ClusterInput,
  mine?: string,
): Promise<ExistingCluster[]> {
  const { Clusters: clusters = [] } = await callCloud(
    phase,
    'DescribeClusters',
    {
      Filters: [{ Name: 'ClusterName', Values: [wanted.name] }],
      Limit: 100,
    },
    `the clusters named "${wanted.name}"`,
  );
  return clusters
    .filter(
      cluster =>
        cluster.ClusterName === wanted.name &&
        cluster.ClusterNetworkSettings?.VpcId === wanted.vpcId &&
        cluster.ClusterStatus !== 'Deleting',
    )
    .map(cluster => {
      const found = toExistingCluster(cluster);
      if (found.clusterId !== mine) {
        refuseForeign(cluster, wanted);
        refuseOther(found, wanted);
      }
      return found;
    });
}

function refuseForeign(cluster: Cluster, { vpcId }: ClusterInput): void {
  if (tagOf(cluster, CLOUD_TAGS.managedBy) !== CLOUD_TAG_VALUE) {
    throw new ConflictError(
      `${vpcId} has a cluster of this name already, ${cluster.ClusterId}, and it was not made here (it has no tag ${CLOUD_TAGS.managedBy}). Choose another name.`,
    );
  }
}

function refuseOther(found: ExistingCluster, wanted: ClusterInput): void {
  const error = checkExistingCluster(found, wanted).find(
    ({ severity }) => severity === 'error',
  );
  if (error) {
    throw new ConflictError(`${error.message} ${error.remedy}`);
  }
}

function toExistingCluster(cluster: Cluster): ExistingCluster {
  const { ClusterNetworkSettings: network } = cluster;
  return {
    clusterId: cluster.ClusterId ?? '',
    kubernetesVersion: cluster.ClusterVersion,
    serviceCidr: network?.ServiceCIDR,
    // The cloud has none before the network of a new cluster is made.
    podSubnetIds: network?.Subnets?.length ? network.Subnets : undefined,
    owner: tagOf(cluster, CLOUD_TAGS.owner),
    profile: tagOf(cluster, CLOUD_TAGS.profile),
    level: cluster.ClusterLevel,
    deletionProtection: cluster.DeletionProtection,
    fixedAddresses: readFixedAddresses(cluster),
  };
}

/** It is in the JSON of a property that is hardly documented, and not always there. */
function readFixedAddresses({
  Property: property,
}: Cluster): boolean | undefined {
  try {
    const { IsNonStaticIpMode: changing } = JSON.parse(property ?? '{}');
    return typeof changing === 'boolean' ? !changing : undefined;
  } catch {
    return undefined;
  }
}
