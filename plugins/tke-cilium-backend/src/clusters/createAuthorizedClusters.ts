import {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  tkeCiliumCloudReadPermission,
  tkeCiliumClusterCreatePermission,
  tkeCiliumPermissions,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { tkeClusterPermissionResourceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterEntities } from '../permissions/ClusterEntities';
import { tkeClusterPermissionRules } from '../permissions/rules';
import { AuthorizedClusterService } from './AuthorizedClusterService';
import { ClusterService } from './ClusterService';
import {
  DefaultClusterService,
  DefaultClusterServiceOptions,
} from './DefaultClusterService';

/** Makes clusters known to the permission system, and gives the service that heeds it. */
export function createAuthorizedClusters(
  options: DefaultClusterServiceOptions & {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  },
): ClusterService {
  const { permissions, permissionsRegistry } = options;
  const entities = ClusterEntities.create(options);
  permissionsRegistry.addPermissions([
    tkeCiliumClusterCreatePermission,
    tkeCiliumCloudReadPermission,
  ]);
  permissionsRegistry.addResourceType({
    resourceRef: tkeClusterPermissionResourceRef,
    permissions: tkeCiliumPermissions,
    rules: Object.values(tkeClusterPermissionRules),
    getResources: clusterIds => entities.resources(clusterIds),
  });
  return AuthorizedClusterService.create({
    clusters: DefaultClusterService.create(options),
    connections: options.connections,
    entities,
    permissions,
    isAllowed: createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(tkeClusterPermissionResourceRef),
    ),
  });
}
