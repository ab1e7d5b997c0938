import { createPermissionRule } from '@backstage/plugin-permission-node';
import { tkeClusterPermissionResourceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { z } from 'zod';

/** Clusters are filtered where they are, in memory: there is no store to hand a query to. */
function toQuery(): never {
  throw new Error('Rules on TKE clusters are not translated into queries');
}

const hasClusterId = createPermissionRule({
  name: 'HAS_CLUSTER_ID',
  description: 'Allow clusters with one of these TKE ids',
  resourceRef: tkeClusterPermissionResourceRef,
  paramsSchema: z.object({
    clusterIds: z.array(z.string()).describe('TKE ids, cls-xxxxxxxx'),
  }),
  apply: ({ clusterId }, { clusterIds }) => clusterIds.includes(clusterId),
  toQuery,
});

const isInRegion = createPermissionRule({
  name: 'IS_IN_REGION',
  description:
    'Allow clusters whose catalog entity names one of these regions in tencentcloud.com/region',
  resourceRef: tkeClusterPermissionResourceRef,
  paramsSchema: z.object({
    regions: z.array(z.string()).describe('Regions, for example ap-guangzhou'),
  }),
  apply: ({ region }, { regions }) =>
    region !== undefined && regions.includes(region),
  toQuery,
});

const isOwnedBy = createPermissionRule({
  name: 'IS_OWNED_BY',
  description: 'Allow clusters whose catalog entity is owned by one of these',
  resourceRef: tkeClusterPermissionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, such as the ownership claims of a user'),
  }),
  apply: ({ owners }, { claims }) =>
    owners.some(owner => claims.includes(owner)),
  toQuery,
});

/** Rules by which a policy may decide about clusters. @public */
export const tkeClusterPermissionRules = {
  hasClusterId,
  isInRegion,
  isOwnedBy,
};
