import { ApiError } from '../server/ApiError';
import { overlaps } from '../state/cidr';
import { ActionContext } from './actions';
import { ADDONS, findAddonVersion } from './addonVersions';
import { OPERATING_SYSTEMS } from './operatingSystems';
import { Members, parseJson } from './parseJson';
import { requireOneOf, requireSubnets } from './requireKnown';
import { VERSIONS } from './versions';

const CODE = 'InvalidParameter';
const LEVELS = [5, 20, 50, 100, 200, 500, 1000, 3000, 5000].map(
  nodes => `L${nodes}`,
);
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
/** Seconds after which the address of a Pod that is gone may be taken by another. */
const CLAIM_EXPIRES = { from: 300, below: 15_768_000 };

/** What is in the JSON of an addon. */
const ADDON: Members = {
  kind: 'string',
  spec: {
    chart: { chartName: 'string', chartVersion: 'string' },
    values: 'object',
  },
};

/** Of CreateCluster, as far as it is looked at. */
export type CreateClusterRequest = {
  ClusterType: string;
  ClusterBasicSettings?: {
    ClusterName?: string;
    ClusterVersion?: string;
    ClusterOs?: string;
    ClusterLevel?: string;
    VpcId?: string;
    TagSpecification?: { Tags?: { Key: string; Value: string }[] }[];
  };
  ClusterCIDRSettings: {
    ServiceCIDR?: string;
    EniSubnetIds?: string[];
    ClaimExpiredSeconds?: number;
  };
  ClusterAdvancedSettings?: {
    NetworkType?: string;
    VpcCniType?: string;
    IsNonStaticIpMode?: boolean;
    ContainerRuntime?: string;
    DeletionProtection?: boolean;
  };
  ExtensionAddons?: { AddonName: string; AddonParam: string }[];
  DisableAddons?: string[];
};

/**
 * Checks what a cluster is to be.
 *
 * @throws {@link ApiError} for what the API refuses
 */
export function checkNewCluster(
  context: ActionContext,
  request: CreateClusterRequest,
): void {
  const { ClusterBasicSettings: basic = {}, ClusterAdvancedSettings: more } =
    request;
  if (
    request.ClusterType !== 'MANAGED_CLUSTER' ||
    more?.NetworkType !== 'VPC-CNI'
  ) {
    throw new ApiError(CODE, 'only managed clusters with VPC-CNI are here');
  }
  requireOneOf('ClusterVersion', basic.ClusterVersion ?? '', VERSIONS, CODE);
  requireOneOf('ClusterLevel', basic.ClusterLevel, LEVELS, CODE);
  requireOneOf('VpcCniType', more.VpcCniType, ['tke-route-eni'], CODE);
  requireOneOf(
    'ContainerRuntime',
    more.ContainerRuntime,
    ['containerd', 'docker'],
    CODE,
  );
  if (!basic.ClusterOs?.startsWith('img-')) {
    requireOneOf(
      'ClusterOs',
      basic.ClusterOs,
      OPERATING_SYSTEMS,
      'InvalidParameter.OsNotSupport',
    );
  }
  checkNetwork(context, request);
  checkAddons(request);
}

function checkNetwork(
  { cloud }: ActionContext,
  request: CreateClusterRequest,
): void {
  const { ClusterBasicSettings: basic, ClusterCIDRSettings: cidrs } = request;
  const vpc = cloud.network.vpcs.find(({ vpcId }) => vpcId === basic?.VpcId);
  if (!vpc) {
    throw new ApiError(CODE, `vpc ${basic?.VpcId} is not found`);
  }
  const service = cidrs.ServiceCIDR ?? '';
  const bits = Number(service.split('/')[1]);
  if (!(bits >= 17 && bits <= 27)) {
    throw new ApiError(
      'InvalidParameter.CIDRMaskSizeOutOfRange',
      `the mask of ${service} is not from 17 to 27`,
    );
  }
  if (!PRIVATE.some(cidr => overlaps(cidr, service))) {
    throw new ApiError(
      'InvalidParameter.InvalidPrivateNetworkCIDR',
      `${service} is not private`,
    );
  }
  if ([vpc.cidr, ...vpc.secondaryCidrs].some(cidr => overlaps(cidr, service))) {
    throw new ApiError(
      'InvalidParameter.CidrConflictWithVpcCidr',
      `${service} conflicts with ${vpc.cidr}`,
    );
  }
  requireSubnets(cloud, cidrs.EniSubnetIds, { vpcId: vpc.vpcId, code: CODE });
  const { ClaimExpiredSeconds: seconds = CLAIM_EXPIRES.from } = cidrs;
  if (seconds < CLAIM_EXPIRES.from || seconds >= CLAIM_EXPIRES.below) {
    throw new ApiError(CODE, `ClaimExpiredSeconds ${seconds} is not valid`);
  }
}

function checkAddons(request: CreateClusterRequest): void {
  const { ExtensionAddons: more = [], DisableAddons: fewer = [] } = request;
  for (const name of [...more.map(each => each.AddonName), ...fewer]) {
    requireOneOf('AddonName', name, ADDONS, CODE);
  }
  for (const { AddonName: name, AddonParam: parameter } of more) {
    const { chartName } = readChart(parameter);
    requireOneOf(`chartName of ${name}`, chartName ?? '', [name], CODE);
    findAddonVersion(name, chartVersionOf(parameter));
  }
}

/** The version of the chart that the JSON of an addon names, if it names one. */
export function chartVersionOf(parameter: string): string | undefined {
  return readChart(parameter).chartVersion;
}

function readChart(parameter: string): {
  chartName?: string;
  chartVersion?: string;
} {
  const { spec } = parseJson<{
    spec?: { chart?: { chartName?: string; chartVersion?: string } };
  }>('AddonParam', parameter, ADDON, CODE);
  return spec?.chart ?? {};
}
