import { Cloud } from '../state/Cloud';
import { CloudCluster } from '../state/CloudCluster';
import {
  describeAddon,
  getTkeAppChartList,
  installAddon,
  updateAddon,
} from './addons';
import {
  createCluster,
  deleteCluster,
  describeClusters,
  describeVersions,
  disableClusterDeletionProtection,
} from './clusters';
import { describeKeyPairs, describeZoneInstanceConfigInfos } from './cvm';
import {
  createClusterEndpoint,
  describeClusterEndpoints,
  describeClusterEndpointStatus,
  describeClusterKubeconfig,
} from './endpoints';
import {
  createClusterNodePool,
  createNodePool,
  describeClusterInstances,
  describeClusterNodePools,
  describeNodePools,
} from './nodePools';
import { describeRegions } from './regions';
import {
  createClusterVirtualNodePool,
  deleteClusterVirtualNodePool,
  describeClusterVirtualNode,
  describeClusterVirtualNodePools,
  drainClusterVirtualNode,
} from './superNodes';
import { describeSecurityGroups, describeSubnets, describeVpcs } from './vpc';

/** What an action gets. */
export type ActionContext = {
  region: string;
  cloud: Cloud;
  clusters: ReadonlyMap<string, CloudCluster>;
  request: Record<string, unknown>;
};

/** Answers a request, or throws an `ApiError`. */
export type Action = (context: ActionContext) => object | Promise<object>;

/** By version and name, as requests name them. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  '2018-05-25 CreateCluster': createCluster,
  '2018-05-25 CreateClusterEndpoint': createClusterEndpoint,
  '2018-05-25 CreateClusterNodePool': createClusterNodePool,
  '2018-05-25 CreateClusterVirtualNodePool': createClusterVirtualNodePool,
  '2018-05-25 DeleteCluster': deleteCluster,
  '2018-05-25 DeleteClusterVirtualNodePool': deleteClusterVirtualNodePool,
  '2018-05-25 DescribeAddon': describeAddon,
  '2018-05-25 DescribeClusterEndpointStatus': describeClusterEndpointStatus,
  '2018-05-25 DescribeClusterEndpoints': describeClusterEndpoints,
  '2018-05-25 DescribeClusterKubeconfig': describeClusterKubeconfig,
  '2018-05-25 DescribeClusterNodePools': describeClusterNodePools,
  '2018-05-25 DescribeClusterVirtualNode': describeClusterVirtualNode,
  '2018-05-25 DescribeClusterVirtualNodePools': describeClusterVirtualNodePools,
  '2018-05-25 DescribeClusters': describeClusters,
  '2018-05-25 DescribeVersions': describeVersions,
  '2018-05-25 DisableClusterDeletionProtection':
    disableClusterDeletionProtection,
  '2018-05-25 DrainClusterVirtualNode': drainClusterVirtualNode,
  '2018-05-25 GetTkeAppChartList': getTkeAppChartList,
  '2018-05-25 InstallAddon': installAddon,
  '2018-05-25 UpdateAddon': updateAddon,
  '2022-05-01 CreateNodePool': createNodePool,
  '2022-05-01 DescribeClusterInstances': describeClusterInstances,
  '2022-05-01 DescribeNodePools': describeNodePools,
  '2017-03-12 DescribeKeyPairs': describeKeyPairs,
  '2017-03-12 DescribeSecurityGroups': describeSecurityGroups,
  '2017-03-12 DescribeSubnets': describeSubnets,
  '2017-03-12 DescribeVpcs': describeVpcs,
  '2017-03-12 DescribeZoneInstanceConfigInfos': describeZoneInstanceConfigInfos,
  '2022-06-27 DescribeRegions': describeRegions,
};
