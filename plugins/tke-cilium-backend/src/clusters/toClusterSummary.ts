import {
  ClusterSummary,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterReference } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { StoredCluster } from '../store/ReadinessStore';

/**
 * A cluster as the list shows it.
 *
 * @param stored - `undefined`: nothing was stored of it yet
 * @param startedAt - since when this backend tries to connect, ISO 8601
 */
export function toClusterSummary(
  cluster: ClusterReference,
  stored: StoredCluster | undefined,
  startedAt: string,
): ClusterSummary {
  const { clusterId, title } = cluster;
  return stored
    ? {
        clusterId,
        title,
        revision: stored.revision,
        connection: stored.connection,
        observedAt: stored.observedAt,
        changedAt: stored.changedAt,
        ...(stored.readiness && summarize(stored.readiness)),
      }
    : {
        clusterId,
        title,
        revision: 0,
        connection: { state: 'connecting', since: startedAt },
      };
}

function summarize(readiness: Readiness): Partial<ClusterSummary> {
  const { phase, summary, cilium, kubernetesVersion, problems } = readiness;
  const { nodes, nodePools } = readiness;
  return {
    phase,
    summary,
    ciliumVersion: cilium.version,
    profile: cilium.profile,
    kubernetesVersion,
    nodes: {
      total: nodes.length,
      ready: nodes.filter(({ ready }) => ready).length,
    },
    nodePools: {
      total: nodePools.length,
      failed: nodePools.filter(pool => pool.phase === 'Failed').length,
    },
    // The rules give them worst first.
    worstProblem: problems[0],
  };
}
