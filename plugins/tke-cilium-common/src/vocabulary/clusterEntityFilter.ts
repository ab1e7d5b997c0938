import { CLUSTER_ENTITY_TYPE, CLUSTER_ID_ANNOTATION } from './annotations';

/**
 * Filter for the catalog: the entities that stand for one of these clusters.
 *
 * @public
 */
export function clusterEntityFilter(
  clusterIds: readonly string[],
): Record<string, string | string[]> {
  return {
    kind: 'Resource',
    'spec.type': CLUSTER_ENTITY_TYPE,
    [`metadata.annotations.${CLUSTER_ID_ANNOTATION}`]: [...clusterIds],
  };
}
