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
  SIMULATION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ConfiguredCluster,
  MadeCluster,
  madeClusterOrigin,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ProviderConfig } from './readProviderConfig';

type EntityConfig = Pick<ProviderConfig, 'owner' | 'system' | 'namespace'> & {
  /** Names of the accounts that are not Tencent Cloud. */
  simulations: ReadonlySet<string>;
};

/** The annotation is for programs; a tag is what every page of the catalog shows. */
const SIMULATION_TAG = 'simulation';

/** The entity of a configured cluster. */
export function toClusterEntity(
  cluster: ConfiguredCluster,
  config: EntityConfig,
): ResourceEntityV1alpha1 {
  return buildEntity(cluster, `tke-cilium:${cluster.clusterId}`, config);
}

/** The entity of a cluster that a template made. */
export function toMadeClusterEntity(
  cluster: MadeCluster,
  config: EntityConfig,
): ResourceEntityV1alpha1 {
  const { clusterId, name, account, region, owner } = cluster;
  return buildEntity(
    { clusterId, title: name, account, region },
    madeClusterOrigin(cluster),
    { ...config, ...(owner && { owner }) },
  );
}

/** It carries ids, and nothing that leads to the cluster. */
function buildEntity(
  cluster: ConfiguredCluster,
  location: string,
  config: EntityConfig,
): ResourceEntityV1alpha1 {
  const { clusterId, title, account, region } = cluster;
  const simulation = account !== undefined && config.simulations.has(account);
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
        ...(simulation && { [SIMULATION_ANNOTATION]: 'true' }),
      },
      ...(simulation && { tags: [SIMULATION_TAG] }),
    },
    spec: {
      type: CLUSTER_ENTITY_TYPE,
      owner: config.owner,
      ...(config.system && { system: config.system }),
    },
  };
}
