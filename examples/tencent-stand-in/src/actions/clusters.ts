import { ApiError } from '../server/ApiError';
import { overlaps } from '../state/cidr';
import { DELAYS } from '../state/Cloud';
import { CloudAddon, CloudCluster, hasWorkers } from '../state/CloudCluster';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { ADDONS } from './addons';

const VERSIONS = ['1.28.3', '1.30.0', '1.32.2', '1.34.1'];

type CreateClusterRequest = {
  ClusterType: string;
  ClusterBasicSettings?: {
    ClusterName?: string;
    ClusterVersion?: string;
    VpcId?: string;
    TagSpecification?: { Tags?: { Key: string; Value: string }[] }[];
  };
  ClusterCIDRSettings: { ServiceCIDR?: string; EniSubnetIds?: string[] };
  ClusterAdvancedSettings?: {
    NetworkType?: string;
    DeletionProtection?: boolean;
  };
  ExtensionAddons?: { AddonName: string; AddonParam: string }[];
  DisableAddons?: string[];
};

/** CreateCluster: an empty managed cluster with VPC-CNI. */
export function createCluster(context: ActionContext): object {
  const { cloud, region } = context;
  const request = context.request as CreateClusterRequest;
  const { ClusterBasicSettings: basic = {}, ClusterAdvancedSettings: more } =
    request;
  checkNetwork(context, request);
  if (!VERSIONS.includes(basic.ClusterVersion ?? '')) {
    throw invalid(`the version ${basic.ClusterVersion} is not supported`);
  }
  const taken = [...cloud.clusters.values()].filter(
    cluster => cluster.region === region,
  );
  if (taken.length >= cloud.clusterQuota) {
    throw new ApiError(
      'FailedOperation.QuotaMaxClsLimit',
      `the quota of ${cloud.clusterQuota} clusters is used up`,
    );
  }
  const addons = readExtensionAddons(request);
  const clusterId = newId('cls');
  const ipMasqAgent = !request.DisableAddons?.includes('ip-masq-agent');
  const cluster: CloudCluster = {
    clusterId,
    region,
    name: basic.ClusterName ?? clusterId,
    status: 'Creating',
    version: basic.ClusterVersion,
    vpcId: basic.VpcId,
    serviceCidr: request.ClusterCIDRSettings.ServiceCIDR,
    createdAt: cloud.now(),
    visibleAt: cloud.visibleAt(),
    tags: basic.TagSpecification?.flatMap(({ Tags = [] }) => Tags) ?? [],
    deletionProtection: more?.DeletionProtection ?? false,
    kubeconfig: '',
    addons: new Map<string, CloudAddon>([
      ['eniipamd', { version: cloud.eniipamdVersion, phase: 'Succeeded' }],
      ...addons.map(
        name => [name, { version: ADDONS[name], phase: 'Installing' }] as const,
      ),
    ]),
    superNodes: [],
    nodePools: [],
  };
  cloud.clusters.set(clusterId, cluster);
  let started = cloud.startControlPlane === undefined;
  cloud
    .startControlPlane?.({
      clusterId,
      eniipamdVersion: cloud.eniipamdVersion,
      ipMasqAgent,
      karpenter: addons.includes('karpenter'),
    })
    .then(
      controlPlane => {
        cluster.controlPlane = controlPlane;
        cluster.kubeconfig = controlPlane.kubeconfig;
        started = true;
      },
      () => {
        cluster.status = 'Abnormal';
      },
    );
  cloud.schedule.after(
    DELAYS.cluster,
    () => {
      cluster.status = 'Running';
    },
    () => started && cluster.status === 'Creating',
  );
  return { ClusterId: clusterId };
}

/** DescribeClusters: those of the region, in pages of 20 unless told otherwise. */
export function describeClusters({
  region,
  cloud,
  clusters,
  request,
}: ActionContext): object {
  const {
    ClusterIds: ids,
    Filters: filters = [],
    Offset: offset = 0,
    Limit: limit = 20,
  } = request as {
    ClusterIds?: string[];
    Filters?: { Name: string; Values: string[] }[];
    Offset?: number;
    Limit?: number;
  };
  if (limit > 100) {
    throw new ApiError('InvalidParameter', 'Limit must not exceed 100.');
  }
  const found = [...clusters.values()].filter(
    cluster =>
      cluster.region === region &&
      (cluster.visibleAt ?? 0) <= cloud.now() &&
      (!ids || ids.includes(cluster.clusterId)) &&
      filters.every(filter => matches(cluster, filter)),
  );
  return {
    TotalCount: found.length,
    Clusters: found.slice(offset, offset + limit).map(describe),
  };
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
    cluster.controlPlane?.stop().catch(() => {});
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

/** DescribeVersions */
export function describeVersions(): object {
  return {
    TotalCount: VERSIONS.length,
    VersionInstanceSet: VERSIONS.map(Version => ({ Name: 'k8s', Version })),
  };
}

/**
 * The cluster that a request names.
 *
 * @throws {@link ApiError} `InternalError.ClusterNotFound`
 */
export function findCluster({
  region,
  clusters,
  request,
}: ActionContext): CloudCluster {
  const id = request.ClusterId as string;
  const cluster = clusters.get(id);
  if (!cluster || cluster.region !== region) {
    throw new ApiError(
      'InternalError.ClusterNotFound',
      `Cluster ${id} is not found.`,
    );
  }
  return cluster;
}

/**
 * The cluster that a request names, when something may be made in it.
 *
 * @throws {@link ApiError} `ResourceUnavailable.ClusterState` while it is not running
 */
export function findRunningCluster(context: ActionContext): CloudCluster {
  const cluster = findCluster(context);
  if ((cluster.status ?? 'Running') !== 'Running') {
    throw new ApiError(
      'ResourceUnavailable.ClusterState',
      `cluster state ${cluster.status} does not allow this`,
    );
  }
  return cluster;
}

function checkNetwork({ cloud }: ActionContext, request: CreateClusterRequest) {
  const { ClusterBasicSettings: basic, ClusterCIDRSettings: cidrs } = request;
  const { NetworkType: network } = request.ClusterAdvancedSettings ?? {};
  if (request.ClusterType !== 'MANAGED_CLUSTER' || network !== 'VPC-CNI') {
    throw invalid('only managed clusters with VPC-CNI are here');
  }
  const vpc = cloud.network.vpcs.find(({ vpcId }) => vpcId === basic?.VpcId);
  if (!vpc) {
    throw invalid(`vpc ${basic?.VpcId} is not found`);
  }
  const service = cidrs.ServiceCIDR ?? '';
  const bits = Number(service.split('/')[1]);
  if (!(bits >= 17 && bits <= 27)) {
    throw new ApiError(
      'InvalidParameter.CIDRMaskSizeOutOfRange',
      `the mask of ${service} is not from 17 to 27`,
    );
  }
  if ([vpc.cidr, ...vpc.secondaryCidrs].some(cidr => overlaps(cidr, service))) {
    throw new ApiError(
      'InvalidParameter.CidrConflictWithVpcCidr',
      `${service} conflicts with ${vpc.cidr}`,
    );
  }
  for (const id of cidrs.EniSubnetIds ?? []) {
    const subnet = cloud.network.subnets.find(
      ({ subnetId }) => subnetId === id,
    );
    if (subnet?.vpcId !== vpc.vpcId) {
      throw invalid(`subnet ${id} is not in ${vpc.vpcId}`);
    }
  }
}

function readExtensionAddons({ ExtensionAddons = [] }: CreateClusterRequest) {
  return ExtensionAddons.map(({ AddonName: name, AddonParam: parameter }) => {
    try {
      JSON.parse(parameter);
    } catch {
      throw invalid(`AddonParam of ${name} is not JSON`);
    }
    if (!(name in ADDONS)) {
      throw invalid(`there is no addon ${name}`);
    }
    return name;
  });
}

function invalid(message: string): ApiError {
  return new ApiError('InvalidParameter', message);
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
      throw invalid(`there is no filter ${name}`);
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
    DeletionProtection: cluster.deletionProtection ?? false,
    ClusterNetworkSettings: {
      VpcId: cluster.vpcId ?? '',
      ServiceCIDR: cluster.serviceCidr ?? '',
      DataPlaneV2: false,
      CiliumMode: '',
    },
    TagSpecification: [{ ResourceType: 'cluster', Tags: cluster.tags ?? [] }],
    Property: JSON.stringify({
      NetworkType: 'VPC-CNI',
      VpcCniType: 'tke-route-eni',
    }),
  };
}
