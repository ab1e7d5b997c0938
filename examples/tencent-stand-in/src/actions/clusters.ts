import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudCluster, hasWorkers } from '../state/CloudCluster';
import { ActionContext } from './actions';
import { findCluster } from './findCluster';
import { pageOf } from './selectPage';

/** DescribeClusters: those of the region, in pages of 20 unless told otherwise. */
export function describeClusters({
  region,
  clusters,
  request,
}: ActionContext): object {
  const { ClusterIds: ids, Filters: filters = [] } = request as {
    ClusterIds?: string[];
    Filters?: { Name: string; Values: string[] }[];
  };
  const found = [...clusters.values()].filter(
    cluster =>
      cluster.region === region &&
      (!ids || ids.includes(cluster.clusterId)) &&
      filters.every(filter => matches(cluster, filter)),
  );
  const { total, page } = pageOf(found, request, 'InvalidParameter');
  return { TotalCount: total, Clusters: page.map(describe) };
}

/** DeleteCluster: refused while it is protected; with everything that is in it. */
export function deleteCluster(context: ActionContext): object {
  const { cloud } = context;
  const cluster = findCluster(context);
  if (cluster.deletionProtection) {
    throw new ApiError(
      'OperationDenied.ClusterInDeletionProtection',
      `cluster ${cluster.clusterId} is in deletion protection`,
    );
  }
  cluster.status = 'Deleting';
  cloud.schedule.after(DELAYS.deletion, () => {
    cloud.clusters.delete(cluster.clusterId);
    cloud.controlPlanes.stop(cluster.clusterId).catch(() => {});
  });
  return {};
}

/** DisableClusterDeletionProtection */
export function disableClusterDeletionProtection(
  context: ActionContext,
): object {
  findCluster(context).deletionProtection = false;
  return {};
}

function matches(
  cluster: CloudCluster,
  { Name: name, Values: values }: { Name: string; Values: string[] },
): boolean {
  switch (name) {
    case 'ClusterName':
      return values.includes(cluster.name ?? cluster.clusterId);
    case 'vpc-id':
      return values.includes(cluster.vpcId ?? '');
    case 'tag-key':
      return (cluster.tags ?? []).some(({ Key }) => values.includes(Key));
    default:
      throw new ApiError('InvalidParameter', `there is no filter ${name}`);
  }
}

function describe(cluster: CloudCluster): object {
  const { clusterId, name, status, version, superNodes = [] } = cluster;
  return {
    ClusterId: clusterId,
    ClusterName: name ?? clusterId,
    ClusterVersion: version ?? '1.34.1',
    ClusterType: 'MANAGED_CLUSTER',
    ClusterStatus: status ?? 'Running',
    ClusterNodeNum: hasWorkers(cluster) ? Math.max(1, superNodes.length) : 0,
    CreatedTime: new Date(cluster.createdAt ?? 0).toISOString(),
    ClusterLevel: cluster.level ?? 'L5',
    DeletionProtection: cluster.deletionProtection ?? false,
    ClusterNetworkSettings: {
      VpcId: cluster.vpcId ?? '',
      ServiceCIDR: cluster.serviceCidr ?? '',
      Subnets: cluster.podSubnetIds ?? null,
      DataPlaneV2: false,
      CiliumMode: '',
    },
    TagSpecification: [{ ResourceType: 'cluster', Tags: cluster.tags ?? [] }],
    Property: JSON.stringify({
      NetworkType: 'VPC-CNI',
      VpcCniType: 'tke-route-eni',
      IsNonStaticIpMode: !(cluster.fixedAddresses ?? false),
    }),
  };
}
