import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ResourceEntityV1alpha1,
} from '@backstage/catalog-model';
import {
  ACCOUNT_ANNOTATION,
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ConfiguredCluster } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ProviderConfig } from './readProviderConfig';

/** The entity of a configured cluster. It carries ids, and nothing that leads to the cluster. */
export function toClusterEntity(
  cluster: ConfiguredCluster,
  config: Pick<ProviderConfig, 'owner' | 'system' | 'namespace'>,
): ResourceEntityV1alpha1 {
  const { clusterId, title, account, region } = cluster;
  const location = `tke-cilium:${clusterId}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: clusterId,
      namespace: config.namespace,
      title,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [CLUSTER_ID_ANNOTATION]: clusterId,
        ...(region && { [REGION_ANNOTATION]: region }),
        ...(account && { [ACCOUNT_ANNOTATION]: account }),
      },
    },
    spec: {
      type: CLUSTER_ENTITY_TYPE,
      owner: config.owner,
      ...(config.system && { system: config.system }),
    },
  };
}
