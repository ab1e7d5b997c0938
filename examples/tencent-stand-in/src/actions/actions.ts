import { ServiceVersion } from '../server/declarations';
import { Cloud } from '../state/Cloud';
import { CloudCluster } from '../state/CloudCluster';
import {
  describeAddon,
  getTkeAppChartList,
  installAddon,
  updateAddon,
} from './addons';
import {
  deleteCluster,
  describeClusters,
  disableClusterDeletionProtection,
} from './clusters';
import { createCluster } from './createCluster';
import { createClusterNodePool } from './createClusterNodePool';
import { createNodePool } from './createNodePool';
import { describeKeyPairs, describeZoneInstanceConfigInfos } from './cvm';
import {
  createClusterEndpoint,
  describeClusterEndpoints,
  describeClusterEndpointStatus,
  describeClusterKubeconfig,
} from './endpoints';
import {
  describeClusterInstances,
  describeClusterNodePools,
  describeNodePools,
} from './nodePools';
import { describeRegions } from './regions';
import { describeAutoScalingActivities } from './scaling';
import { assumeRole, assumeRoleWithWebIdentity } from './sts';
import {
  createClusterVirtualNodePool,
  deleteClusterVirtualNodePool,
  describeClusterVirtualNode,
  describeClusterVirtualNodePools,
  drainClusterVirtualNode,
} from './superNodes';
import { describeVersions } from './versions';
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

const SERVICES: readonly (ServiceVersion & {
  actions: Readonly<Record<string, Action>>;
})[] = [
  {
    service: 'tke',
    version: '2018-05-25',
    actions: {
      CreateCluster: createCluster,
      CreateClusterEndpoint: createClusterEndpoint,
      CreateClusterNodePool: createClusterNodePool,
      CreateClusterVirtualNodePool: createClusterVirtualNodePool,
      DeleteCluster: deleteCluster,
      DeleteClusterVirtualNodePool: deleteClusterVirtualNodePool,
      DescribeAddon: describeAddon,
      DescribeClusterEndpointStatus: describeClusterEndpointStatus,
      DescribeClusterEndpoints: describeClusterEndpoints,
      DescribeClusterKubeconfig: describeClusterKubeconfig,
      DescribeClusterNodePools: describeClusterNodePools,
      DescribeClusterVirtualNode: describeClusterVirtualNode,
      DescribeClusterVirtualNodePools: describeClusterVirtualNodePools,
      DescribeClusters: describeClusters,
      DescribeVersions: describeVersions,
      DisableClusterDeletionProtection: disableClusterDeletionProtection,
      DrainClusterVirtualNode: drainClusterVirtualNode,
      GetTkeAppChartList: getTkeAppChartList,
      InstallAddon: installAddon,
      UpdateAddon: updateAddon,
    },
  },
  {
    service: 'tke',
    version: '2022-05-01',
    actions: {
      CreateNodePool: createNodePool,
      DescribeClusterInstances: describeClusterInstances,
      DescribeNodePools: describeNodePools,
    },
  },
  {
    service: 'vpc',
    version: '2017-03-12',
    actions: {
      DescribeSecurityGroups: describeSecurityGroups,
      DescribeSubnets: describeSubnets,
      DescribeVpcs: describeVpcs,
    },
  },
  {
    service: 'cvm',
    version: '2017-03-12',
    actions: {
      DescribeKeyPairs: describeKeyPairs,
      DescribeZoneInstanceConfigInfos: describeZoneInstanceConfigInfos,
    },
  },
  {
    service: 'region',
    version: '2022-06-27',
    actions: { DescribeRegions: describeRegions },
  },
  {
    service: 'as',
    version: '2018-04-19',
    actions: { DescribeAutoScalingActivities: describeAutoScalingActivities },
  },
  {
    service: 'sts',
    version: '2018-08-13',
    actions: {
      AssumeRole: assumeRole,
      AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    },
  },
];

/**
 * The action that a request means, with its service. A request names the version and the action:
 * on one address they tell the service, too.
 */
export function findAction(
  version: string,
  name: string,
): { service: ServiceVersion; action: Action } | undefined {
  const service = SERVICES.find(
    each => each.version === version && Object.hasOwn(each.actions, name),
  );
  return service && { service, action: service.actions[name] };
}
