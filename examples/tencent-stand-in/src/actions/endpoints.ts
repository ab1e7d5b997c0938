import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudEndpoint, hasWorkers } from '../state/CloudCluster';
import { hasFreeAddress } from '../state/CloudNetwork';
import { ActionContext } from './actions';
import { findCluster, findRunningCluster } from './findCluster';
import { Members, parseJson } from './parseJson';
import {
  requireOneOf,
  requireSecurityGroups,
  requireSubnets,
} from './requireKnown';

const CODE = 'InvalidParameter';

/** Of a public load balancer. */
const EXTENSIVE: Members = {
  InternetAccessible: {
    InternetChargeType: 'string',
    InternetMaxBandwidthOut: 'number',
  },
  VipIsp: 'string',
  BandwidthPackageId: 'string',
};
const CHARGE_TYPES = [
  'TRAFFIC_POSTPAID_BY_HOUR',
  'BANDWIDTH_POSTPAID_BY_HOUR',
  'BANDWIDTH_PACKAGE',
];
/** Mbit/s. */
const BANDWIDTH = { from: 1, to: 2048 };

type EndpointRequest = {
  IsExtranet?: boolean;
  SubnetId?: string;
  SecurityGroup?: string;
  ExtensiveParameters?: string;
};

/** CreateClusterEndpoint: the public one needs a security group, and a node to carry its proxy. */
export function createClusterEndpoint(context: ActionContext): object {
  const { cloud } = context;
  const request = context.request as EndpointRequest;
  const cluster = findRunningCluster(context);
  const kind = request.IsExtranet ? 'public' : 'intranet';
  checkAccess(context, cluster.vpcId, request);
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
  const { SubnetId: subnetId } = request;
  const endpoint: CloudEndpoint = {
    status: 'Creating',
    securityGroupId: request.SecurityGroup,
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

function checkAccess(
  { cloud }: ActionContext,
  vpcId: string | undefined,
  request: EndpointRequest,
): void {
  const { SubnetId: subnet, SecurityGroup: group } = request;
  if (request.IsExtranet && !group) {
    throw new ApiError(CODE, 'SecurityGroup can not be empty');
  }
  if (!request.IsExtranet && !subnet) {
    throw new ApiError(CODE, 'SubnetId can not be empty');
  }
  if (subnet) {
    requireSubnets(cloud, [subnet], { vpcId, code: CODE });
  }
  if (group) {
    requireSecurityGroups(cloud, [group], CODE);
  }
  if (request.ExtensiveParameters !== undefined) {
    checkExtensiveParameters(request.ExtensiveParameters);
  }
}

function checkExtensiveParameters(text: string): void {
  const { InternetAccessible: access } = parseJson<{
    InternetAccessible?: {
      InternetChargeType?: string;
      InternetMaxBandwidthOut?: number;
    };
  }>('ExtensiveParameters', text, EXTENSIVE, CODE);
  requireOneOf(
    'InternetChargeType',
    access?.InternetChargeType,
    CHARGE_TYPES,
    CODE,
  );
  const { InternetMaxBandwidthOut: bandwidth = BANDWIDTH.from } = access ?? {};
  if (bandwidth < BANDWIDTH.from || bandwidth > BANDWIDTH.to) {
    throw new ApiError(
      CODE,
      `InternetMaxBandwidthOut goes from ${BANDWIDTH.from} to ${BANDWIDTH.to}`,
    );
  }
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
  context.cloud.kubeconfigs.add(kubeconfig);
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
