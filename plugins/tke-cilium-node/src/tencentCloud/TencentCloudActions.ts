import type * as cvm from 'tencentcloud-sdk-nodejs-cvm/tencentcloud/services/cvm/v20170312/cvm_models';
import type * as tke from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import type * as tke2022 from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20220501/tke_models';
import type {
  DescribeAutoScalingActivitiesRequest,
  DescribeAutoScalingActivitiesResponse,
} from './asModels';
import type {
  DescribeRegionsRequest,
  DescribeRegionsResponse,
} from './regionModels';
import type { StsActions } from './stsModels';
import type {
  DescribeSecurityGroupsRequest,
  DescribeSecurityGroupsResponse,
  DescribeSubnetsRequest,
  DescribeSubnetsResponse,
  DescribeVpcsRequest,
  DescribeVpcsResponse,
} from './vpcModels';

/** The actions that are used of the container service, version 2018-05-25. @public */
export type TkeActions = {
  CreateCluster: [tke.CreateClusterRequest, tke.CreateClusterResponse];
  CreateClusterEndpoint: [tke.CreateClusterEndpointRequest, unknown];
  CreateClusterNodePool: [
    tke.CreateClusterNodePoolRequest,
    tke.CreateClusterNodePoolResponse,
  ];
  CreateClusterVirtualNodePool: [
    tke.CreateClusterVirtualNodePoolRequest,
    tke.CreateClusterVirtualNodePoolResponse,
  ];
  DeleteCluster: [tke.DeleteClusterRequest, unknown];
  DeleteClusterVirtualNodePool: [
    tke.DeleteClusterVirtualNodePoolRequest,
    unknown,
  ];
  DescribeAddon: [tke.DescribeAddonRequest, tke.DescribeAddonResponse];
  DescribeClusterEndpointStatus: [
    tke.DescribeClusterEndpointStatusRequest,
    tke.DescribeClusterEndpointStatusResponse,
  ];
  DescribeClusterEndpoints: [
    tke.DescribeClusterEndpointsRequest,
    tke.DescribeClusterEndpointsResponse,
  ];
  DescribeClusterKubeconfig: [
    tke.DescribeClusterKubeconfigRequest,
    tke.DescribeClusterKubeconfigResponse,
  ];
  DescribeClusterNodePools: [
    tke.DescribeClusterNodePoolsRequest,
    tke.DescribeClusterNodePoolsResponse,
  ];
  DescribeClusterVirtualNode: [
    tke.DescribeClusterVirtualNodeRequest,
    tke.DescribeClusterVirtualNodeResponse,
  ];
  DescribeClusterVirtualNodePools: [
    tke.DescribeClusterVirtualNodePoolsRequest,
    tke.DescribeClusterVirtualNodePoolsResponse,
  ];
  DescribeClusters: [tke.DescribeClustersRequest, tke.DescribeClustersResponse];
  DescribeVersions: [object, tke.DescribeVersionsResponse];
  DisableClusterDeletionProtection: [
    tke.DisableClusterDeletionProtectionRequest,
    unknown,
  ];
  DrainClusterVirtualNode: [tke.DrainClusterVirtualNodeRequest, unknown];
  GetTkeAppChartList: [
    tke.GetTkeAppChartListRequest,
    tke.GetTkeAppChartListResponse,
  ];
  InstallAddon: [tke.InstallAddonRequest, unknown];
  UpdateAddon: [tke.UpdateAddonRequest, unknown];
};

/** Those of its version 2022-05-01. @public */
export type Tke2022Actions = {
  /** Unlike that of the older version it tells native nodes, too. */
  DescribeClusterInstances: [
    tke2022.DescribeClusterInstancesRequest,
    tke2022.DescribeClusterInstancesResponse,
  ];
  CreateNodePool: [
    tke2022.CreateNodePoolRequest,
    tke2022.CreateNodePoolResponse,
  ];
  DescribeNodePools: [
    tke2022.DescribeNodePoolsRequest,
    tke2022.DescribeNodePoolsResponse,
  ];
};

/** Those of private networks, version 2017-03-12. @public */
export type VpcActions = {
  DescribeSecurityGroups: [
    DescribeSecurityGroupsRequest,
    DescribeSecurityGroupsResponse,
  ];
  DescribeSubnets: [DescribeSubnetsRequest, DescribeSubnetsResponse];
  DescribeVpcs: [DescribeVpcsRequest, DescribeVpcsResponse];
};

/** Those of machines, version 2017-03-12. @public */
export type CvmActions = {
  DescribeKeyPairs: [cvm.DescribeKeyPairsRequest, cvm.DescribeKeyPairsResponse];
  DescribeZoneInstanceConfigInfos: [
    cvm.DescribeZoneInstanceConfigInfosRequest,
    cvm.DescribeZoneInstanceConfigInfosResponse,
  ];
};

/** That of regions, version 2022-06-27. @public */
export type RegionActions = {
  DescribeRegions: [DescribeRegionsRequest, DescribeRegionsResponse];
};

/** That of auto scaling, version 2018-04-19. @public */
export type ScalingActions = {
  DescribeAutoScalingActivities: [
    DescribeAutoScalingActivitiesRequest,
    DescribeAutoScalingActivitiesResponse,
  ];
};

/**
 * The actions that are used, with their requests and answers. No two services share a name.
 *
 * @public
 */
export type TencentCloudActions = TkeActions &
  Tke2022Actions &
  VpcActions &
  CvmActions &
  RegionActions &
  ScalingActions;

/** A service of Tencent Cloud in one of its versions. */
export type ServiceVersion = {
  service: 'tke' | 'vpc' | 'cvm' | 'region' | 'as' | 'sts';
  version: string;
};

const TKE: ServiceVersion = { service: 'tke', version: '2018-05-25' };
const TKE_2022: ServiceVersion = { service: 'tke', version: '2022-05-01' };
const VPC: ServiceVersion = { service: 'vpc', version: '2017-03-12' };
const CVM: ServiceVersion = { service: 'cvm', version: '2017-03-12' };
const REGION: ServiceVersion = { service: 'region', version: '2022-06-27' };
const SCALING: ServiceVersion = { service: 'as', version: '2018-04-19' };
const STS: ServiceVersion = { service: 'sts', version: '2018-08-13' };

/** Actions of others than the first version of the container service. */
const ELSEWHERE: Readonly<
  Record<
    keyof (Tke2022Actions &
      VpcActions &
      CvmActions &
      RegionActions &
      ScalingActions &
      StsActions),
    ServiceVersion
  >
> = {
  AssumeRole: STS,
  AssumeRoleWithWebIdentity: STS,
  CreateNodePool: TKE_2022,
  DescribeAutoScalingActivities: SCALING,
  DescribeClusterInstances: TKE_2022,
  DescribeKeyPairs: CVM,
  DescribeNodePools: TKE_2022,
  DescribeRegions: REGION,
  DescribeSecurityGroups: VPC,
  DescribeSubnets: VPC,
  DescribeVpcs: VPC,
  DescribeZoneInstanceConfigInfos: CVM,
};

/** Which service, and which version of it, an action belongs to. */
export function serviceOf(
  action: keyof (TencentCloudActions & StsActions),
): ServiceVersion {
  return (ELSEWHERE as Partial<Record<string, ServiceVersion>>)[action] ?? TKE;
}

/** Whether an action only reads, so that it may be called again whatever became of a call. */
export function isReading(action: keyof TencentCloudActions): boolean {
  return /^(Describe|Get)/.test(action);
}
