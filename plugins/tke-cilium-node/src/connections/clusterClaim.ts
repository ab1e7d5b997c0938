import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ACCOUNT_ANNOTATION,
  CLUSTER_ID_ANNOTATION,
  isClusterId,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CatalogRule } from './CatalogRule';
import { isFromOrigin } from './isFromOrigin';

/** What an entity says of its cluster: ids, and never how to reach it. */
export type ClusterClaim = {
  entityRef: string;
  title: string;
  clusterId: string;
  account: string;
  region: string;
  /** Where the entity comes from, as the catalog itself found it. */
  origin?: string;
};

/** What the entity says. Whether it may is for {@link whyRefused} to judge. */
export function readClusterClaim(entity: Entity): ClusterClaim {
  const { annotations = {}, title, name } = entity.metadata;
  return {
    entityRef: stringifyEntityRef(entity),
    title: title ?? name,
    clusterId: annotations[CLUSTER_ID_ANNOTATION] ?? '',
    account: annotations[ACCOUNT_ANNOTATION] ?? '',
    region: annotations[REGION_ANNOTATION] ?? '',
    origin: annotations[ANNOTATION_ORIGIN_LOCATION],
  };
}

/**
 * Why the entity does not add its cluster, or `undefined` when it does.
 *
 * @param rules - by name of the account
 */
export function whyRefused(
  claim: ClusterClaim,
  rules: ReadonlyMap<string, CatalogRule>,
): string | undefined {
  const { account, clusterId, region, origin } = claim;
  const rule = rules.get(account);
  if (!rule) {
    return `the account "${account}" takes no clusters from the catalog`;
  }
  if (!isClusterId(clusterId)) {
    return `"${clusterId}" is not a TKE cluster id`;
  }
  if (!rule.regions.includes(region)) {
    return `the region "${region}" is not one of the account "${account}"`;
  }
  if (!isFromOrigin(origin, rule.origins)) {
    return `it comes from ${origin ?? 'nowhere'}, which is not in the origins`;
  }
  return undefined;
}
