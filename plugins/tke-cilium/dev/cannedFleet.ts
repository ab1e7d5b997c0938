import { Entity } from '@backstage/catalog-model';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  ClusterSummary,
  REGION_ANNOTATION,
  SIMULATION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CANNED_CLUSTERS, CannedCluster } from './cannedClusters';

/** Most clusters are well; a few are in every other state. */
const STATES: CannedCluster[] = [
  'ready',
  'ready',
  'ready',
  'ready',
  'degraded',
  'ready',
  'waitingForNodes',
  'ready',
  'notInstalled',
  'ready',
  'failed',
  'unreachable',
  'progressing',
  'stale',
  'connecting',
];

const TEAMS = ['payments', 'search', 'media', 'risk', 'gateway', 'training'];

/** That many clusters, as the backend lists them. */
export function cannedFleet(count: number): ClusterSummary[] {
  return Array.from({ length: count }, (_, index) => {
    const { readiness, clusterId, history, ...cluster } =
      CANNED_CLUSTERS[STATES[index % STATES.length]];
    return {
      ...cluster,
      clusterId: `cls-${String(index).padStart(8, '0')}`,
      title: `${TEAMS[index % TEAMS.length]}-${index}`,
      kubernetesVersion: readiness?.kubernetesVersion,
      ciliumVersion: readiness?.cilium.version,
      profile: readiness?.cilium.profile,
      nodes: readiness && {
        total: readiness.nodes.length,
        ready: readiness.nodes.filter(({ ready }) => ready).length,
      },
      nodePools: readiness && {
        total: readiness.nodePools.length,
        failed: readiness.nodePools.filter(({ phase }) => phase === 'Failed')
          .length,
      },
      worstProblem: readiness?.problems.find(
        ({ severity }) => severity === 'error',
      ),
    };
  });
}

const REGIONS = ['ap-guangzhou', 'ap-shanghai', 'ap-singapore'];

/** Entities of every other cluster of a fleet of 500. */
export const FLEET_ENTITIES: Entity[] = cannedFleet(500)
  .filter((_, index) => index % 2 === 0)
  .map(({ clusterId, title }, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: title,
      namespace: 'default',
      annotations: {
        [CLUSTER_ID_ANNOTATION]: clusterId,
        [REGION_ANNOTATION]: REGIONS[index % REGIONS.length],
        ...(index % 4 === 0 && { [SIMULATION_ANNOTATION]: 'true' }),
      },
    },
    spec: { type: CLUSTER_ENTITY_TYPE },
  }));
