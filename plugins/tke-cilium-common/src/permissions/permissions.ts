import {
  BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';

/** To see the clusters and their readiness. @public */
export const tkeCiliumClusterReadPermission = createPermission({
  name: 'tke-cilium.cluster.read',
  attributes: { action: 'read' },
});

/** To have a cluster observed anew, now. @public */
export const tkeCiliumClusterRefreshPermission = createPermission({
  name: 'tke-cilium.cluster.refresh',
  attributes: { action: 'update' },
});

/** To run the phases that change a cluster's network. @public */
export const tkeCiliumClusterInstallPermission = createPermission({
  name: 'tke-cilium.cluster.install',
  attributes: { action: 'update' },
});

/** To add a pool of nodes to a cluster. @public */
export const tkeCiliumNodePoolCreatePermission = createPermission({
  name: 'tke-cilium.nodepool.create',
  attributes: { action: 'create' },
});

/** Every permission of this plugin. @public */
export const tkeCiliumPermissions: BasicPermission[] = [
  tkeCiliumClusterReadPermission,
  tkeCiliumClusterRefreshPermission,
  tkeCiliumClusterInstallPermission,
  tkeCiliumNodePoolCreatePermission,
];
