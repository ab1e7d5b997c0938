import { ApiError } from '../server/ApiError';
import { CloudEndpoint } from '../state/CloudCluster';
import { ActionContext } from './actions';
import { findCluster } from './clusters';

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
    SecurityGroup: '',
    ClusterIntranetSubnetId: '',
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
