import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudAddon, CloudCluster } from '../state/CloudCluster';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { changeAddon } from './addons';
import { findAddonVersion } from './addonVersions';
import {
  chartVersionOf,
  checkNewCluster,
  CreateClusterRequest,
} from './checkNewCluster';

/** CreateCluster: an empty managed cluster with VPC-CNI. */
export function createCluster(context: ActionContext): object {
  const { cloud, region } = context;
  const request = context.request as CreateClusterRequest;
  const { ClusterBasicSettings: basic = {}, ClusterAdvancedSettings: more } =
    request;
  checkNewCluster(context, request);
  const taken = [...cloud.clusters.values()].filter(
    cluster => cluster.region === region,
  );
  if (taken.length >= cloud.clusterQuota) {
    throw new ApiError(
      'FailedOperation.QuotaMaxClsLimit',
      `the quota of ${cloud.clusterQuota} clusters is used up`,
    );
  }
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
  const { ExtensionAddons: addons = [] } = request;
  for (const { AddonName: name, AddonParam: parameter } of addons) {
    // The control plane comes with it.
    changeAddon(cloud, cluster, name, {
      version: findAddonVersion(name, chartVersionOf(parameter)),
      phase: 'Installing',
    });
  }
  let started = false;
  cloud.controlPlanes
    .start({
      clusterId,
      eniipamdVersion: cloud.eniipamdVersion,
      ipMasqAgent: !request.DisableAddons?.includes('ip-masq-agent'),
      karpenter: cluster.addons?.has('karpenter') ?? false,
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
