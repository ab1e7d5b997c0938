import { Entity } from '@backstage/catalog-model';

/** A catalog entity that stands for a cluster. */
export function clusterEntity(
  name: string,
  clusterId: string,
  options: { owners?: string[]; region?: string } = {},
): Entity {
  const { owners = [], region } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      annotations: {
        'tencentcloud.com/cluster-id': clusterId,
        ...(region && { 'tencentcloud.com/region': region }),
      },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
    relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  };
}
