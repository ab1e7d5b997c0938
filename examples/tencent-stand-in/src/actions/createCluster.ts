import { ApiError } from '../server/ApiError';
import { overlaps } from '../state/cidr';
import { DELAYS } from '../state/Cloud';
import { CloudAddon, CloudCluster } from '../state/CloudCluster';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { ADDONS, changeAddon } from './addons';
import { VERSIONS } from './versions';

type CreateClusterRequest = {
  ClusterType: string;
  ClusterBasicSettings?: {
    ClusterName?: string;
    ClusterVersion?: string;
    ClusterLevel?: string;
    VpcId?: string;
    TagSpecification?: { Tags?: { Key: string; Value: string }[] }[];
  };
  ClusterCIDRSettings: { ServiceCIDR?: string; EniSubnetIds?: string[] };
  ClusterAdvancedSettings?: {
    NetworkType?: string;
    IsNonStaticIpMode?: boolean;
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
  const cluster: CloudCluster = {
    clusterId,
    region,
    name: basic.ClusterName ?? clusterId,
    status: 'Creating',
    version: basic.ClusterVersion,
    vpcId: basic.VpcId,
    serviceCidr: request.ClusterCIDRSettings.ServiceCIDR,
    podSubnetIds: request.ClusterCIDRSettings.EniSubnetIds,
    level: basic.ClusterLevel,
    fixedAddresses: !more?.IsNonStaticIpMode,
    createdAt: cloud.now(),
    tags: basic.TagSpecification?.flatMap(({ Tags = [] }) => Tags) ?? [],
    deletionProtection: more?.DeletionProtection ?? false,
    kubeconfig: '',
    addons: new Map<string, CloudAddon>([
      ['eniipamd', { version: cloud.eniipamdVersion, phase: 'Succeeded' }],
    ]),
    superNodes: [],
    nodePools: [],
  };
  cloud.clusters.set(clusterId, cluster);
  for (const name of addons) {
    // The control plane comes with it.
    changeAddon(cloud, cluster, name, {
      version: ADDONS[name],
      phase: 'Installing',
    });
  }
  let started = false;
  cloud.controlPlanes
    .start({
      clusterId,
      eniipamdVersion: cloud.eniipamdVersion,
      ipMasqAgent: !request.DisableAddons?.includes('ip-masq-agent'),
      karpenter: addons.includes('karpenter'),
    })
    .then(
      controlPlane => {
        cluster.controlPlane = controlPlane;
        cluster.kubeconfig = controlPlane?.kubeconfig ?? '';
        started = true;
      },
      () => {
        if (cluster.status === 'Creating') {
          cluster.status = 'Abnormal';
        }
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
