import type { EntityStatusItem } from '@backstage/catalog-model/alpha';
import {
  ClusterSummary,
  ReadinessPhase,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** `type` of the status items that say how a cluster is. */
export const READINESS_STATUS_TYPE = 'tencentcloud.com/cilium-readiness';

/** A watched cluster is confirmed every ten seconds; an older state may not be so any more. */
const KNOWN_FOR_MS = 5 * 60_000;

const LEVELS: Record<ReadinessPhase, EntityStatusItem['level']> = {
  Failed: 'error',
  Degraded: 'warning',
  Unreachable: 'warning',
  Unsupported: 'warning',
  NotInstalled: 'info',
  Installing: 'info',
  WaitingForNodes: 'info',
  Progressing: 'info',
  Ready: 'info',
};

/** Unknown is not shown as fine. */
export const UNKNOWN_STATUS: EntityStatusItem = {
  type: READINESS_STATUS_TYPE,
  level: 'warning',
  message: 'It is not known how the network of the cluster is.',
};

/**
 * What an entity says of its cluster.
 *
 * @param now - milliseconds
 */
export function readinessStatus(
  cluster: ClusterSummary,
  now: number,
): EntityStatusItem {
  const { phase, summary } = cluster;
  return phase === undefined || isTooOld(cluster, now)
    ? UNKNOWN_STATUS
    : {
        type: READINESS_STATUS_TYPE,
        level: LEVELS[phase],
        message: `${phase}: ${summary}`,
      };
}

/** That a cluster is unreachable is found out here, and needs no confirmation from there. */
function isTooOld(cluster: ClusterSummary, now: number): boolean {
  return (
    cluster.connection.state !== 'unreachable' &&
    now - Date.parse(cluster.observedAt ?? '') > KNOWN_FOR_MS
  );
}
