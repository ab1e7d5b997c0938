import {
  BasicPermission,
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Type of the resource that every permission of this plugin is about: a cluster, named by its TKE
 * id. A policy may decide by the cluster's id, region and owner.
 *
 * @public
 */
export const TKE_CLUSTER_RESOURCE_TYPE = 'tke-cilium-cluster';

/** To see a cluster and its readiness. @public */
export const tkeCiliumClusterReadPermission = createPermission({
  name: 'tkeCilium.cluster.read',
  attributes: { action: 'read' },
  resourceType: TKE_CLUSTER_RESOURCE_TYPE,
});

/** To have a cluster observed anew, now. @public */
export const tkeCiliumClusterRefreshPermission = createPermission({
  name: 'tkeCilium.cluster.refresh',
  attributes: { action: 'update' },
  resourceType: TKE_CLUSTER_RESOURCE_TYPE,
});

/** To run the phases that change a cluster's network. @public */
export const tkeCiliumClusterInstallPermission = createPermission({
  name: 'tkeCilium.cluster.install',
  attributes: { action: 'update' },
  resourceType: TKE_CLUSTER_RESOURCE_TYPE,
});

/** To add a pool of nodes to a cluster. @public */
export const tkeCiliumNodePoolCreatePermission = createPermission({
  name: 'tkeCilium.nodepool.create',
  attributes: { action: 'create' },
  resourceType: TKE_CLUSTER_RESOURCE_TYPE,
});

/** To make a cluster: there is none yet that it could be about. @public */
export const tkeCiliumClusterCreatePermission: BasicPermission =
  createPermission({
    name: 'tkeCilium.cluster.create',
    attributes: { action: 'create' },
  });

/** To delete a cluster with everything that is in it. @public */
export const tkeCiliumClusterDeletePermission = createPermission({
  name: 'tkeCilium.cluster.delete',
  attributes: { action: 'delete' },
  resourceType: TKE_CLUSTER_RESOURCE_TYPE,
});

/** To see what the Tencent Cloud accounts offer to choose from: networks, machine types, keys. @public */
export const tkeCiliumCloudReadPermission: BasicPermission = createPermission({
  name: 'tkeCilium.cloud.read',
  attributes: { action: 'read' },
});

/** A permission that concerns one cluster. @public */
export type TkeClusterPermission = ResourcePermission<
  typeof TKE_CLUSTER_RESOURCE_TYPE
>;

/** Every permission of this plugin that concerns one cluster. @public */
export const tkeCiliumPermissions: TkeClusterPermission[] = [
  tkeCiliumClusterReadPermission,
  tkeCiliumClusterRefreshPermission,
  tkeCiliumClusterInstallPermission,
  tkeCiliumClusterDeletePermission,
  tkeCiliumNodePoolCreatePermission,
];
