import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { TKE_CLUSTER_RESOURCE_TYPE } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * What a permission policy may decide by: a cluster as the catalog describes it.
 *
 * @public
 */
export type TkeClusterResource = {
  /** The TKE id, `cls-xxxxxxxx`. */
  clusterId: string;
  /** `undefined`: no entity of the cluster says it, or they say different things. */
  region?: string;
  /**
   * Entity refs of the owners. Where several entities stand for the cluster, only those that own
   * all of them: nobody becomes an owner by adding an entity of their own.
   */
  owners: string[];
};

/**
 * Identifies clusters to the permission system. Rules of your own are made for it.
 *
 * @public
 */
export const tkeClusterPermissionResourceRef = createPermissionResourceRef<
  TkeClusterResource,
  never
>().with({
  pluginId: 'tke-cilium',
  resourceType: TKE_CLUSTER_RESOURCE_TYPE,
});
