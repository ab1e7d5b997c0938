import type { Entity } from '@backstage/catalog-model';

/** What the Kubernetes plugin shows: all of Cilium. */
const SHOW_CILIUM = {
  'backstage.io/kubernetes-label-selector': 'app.kubernetes.io/part-of=cilium',
};

/** The entity whose page of the Kubernetes plugin is opened. */
export const PEER_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cilium',
    annotations: SHOW_CILIUM,
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
};

/** The entity of a cluster. Its page has the tabs of both plugins. */
export function clusterEntity(clusterId: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: clusterId,
      annotations: {
        'tencentcloud.com/cluster-id': clusterId,
        ...SHOW_CILIUM,
      },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
  };
}
