import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudEndpoint, hasWorkers } from '../state/CloudCluster';
import { hasFreeAddress } from '../state/CloudNetwork';
import { ActionContext } from './actions';
import { findCluster, findRunningCluster } from './findCluster';

/** CreateClusterEndpoint: the public one needs a security group, and a node to carry its proxy. */
export function createClusterEndpoint(context: ActionContext): object {
  const { cloud, request } = context;
  const cluster = findRunningCluster(context);
  const kind = request.IsExtranet ? 'public' : 'intranet';
  if (kind === 'public' && !request.SecurityGroup) {
    throw new ApiError('InvalidParameter', 'SecurityGroup can not be empty');
  }
  if (kind === 'intranet' && !request.SubnetId) {
    throw new ApiError('InvalidParameter', 'SubnetId can not be empty');
  }
  if (kind === 'public' && !hasWorkers(cluster)) {
    throw new ApiError(
      'ResourceUnavailable.ClusterState',
      'cluster without worker Node is not allowed to enable extranet access',
    );
  }
  const { status = 'NotFound' } = cluster[kind] ?? {};
  if (status === 'Creating' || status === 'Created') {
    throw new ApiError('ResourceInUse', 'the endpoint exists');
  }
  const subnetId = request.SubnetId as string | undefined;
  const endpoint: CloudEndpoint = {
    status: 'Creating',
    securityGroupId: request.SecurityGroup as string | undefined,
    subnetId,
  };
  cluster[kind] = endpoint;
  cloud.schedule.after(DELAYS.endpoint, () => {
    if (subnetId && !hasFreeAddress(cloud.network, subnetId)) {
      endpoint.status = 'CreateFailed';
      endpoint.errorMessage = `subnet ${subnetId} has no available IP`;
      return;
    }
    endpoint.status = 'Created';
    cloud.schedule.after(DELAYS.endpointAddress, () => {
      endpoint.address = cluster.controlPlane?.address ?? '127.0.0.1:1';
    });
  });
  return {};
}

/** DescribeClusterEndpointStatus. */
export function describeClusterEndpointStatus(context: ActionContext): object {
  const cluster = findCluster(context);
  const endpoint = context.request.IsExtranet
    ? cluster.public
    : cluster.intranet;
  return {
    Status: endpoint?.status ?? 'NotFound',
    ErrorMsg: endpoint?.errorMessage ?? '',
  };
}

/** DescribeClusterEndpoints: empty addresses until the endpoints are there. */
export function describeClusterEndpoints(context: ActionContext): object {
  const cluster = findCluster(context);
  return {
    CertificationAuthority: '',
    ClusterExternalEndpoint: addressOf(cluster.public),
    ClusterIntranetEndpoint: addressOf(cluster.intranet),
    ClusterDomain: `${cluster.clusterId}.ccs.tencent-cloud.com`,
    ClusterExternalACL: null,
    ClusterExternalDomain: '',
    ClusterIntranetDomain: '',
    SecurityGroup: cluster.public?.securityGroupId ?? '',
    ClusterIntranetSubnetId: cluster.intranet?.subnetId ?? '',
  };
}

/** DescribeClusterKubeconfig: the server in it is a name that nothing answers at, as in the cloud. */
export function describeClusterKubeconfig(context: ActionContext): object {
  const { clusterId, kubeconfig } = findCluster(context);
  if (kubeconfig === '') {
    throw new ApiError('FailedOperation.KubeConfig', 'No kubeconfig yet.');
  }
  return {
    Kubeconfig: kubeconfig.replace(
      /server: .*/g,
      `server: https://${clusterId}.ccs.tencent-cloud.com`,
    ),
  };
}

function addressOf(endpoint: CloudEndpoint | undefined): string {
  return endpoint?.status === 'Created' ? endpoint.address ?? '' : '';
}
