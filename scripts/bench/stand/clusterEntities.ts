import type { Entity } from '@backstage/catalog-model';

/** The entity whose page of the Kubernetes plugin is opened: all of Cilium. */
export const PEER_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cilium',
    annotations: {
      'backstage.io/kubernetes-label-selector':
        'app.kubernetes.io/part-of=cilium',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
};

/** The entity of a cluster. */
export function clusterEntity(clusterId: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: clusterId,
      annotations: { 'tencentcloud.com/cluster-id': clusterId },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
  };
}
