import type { EntityStatusItem } from '@backstage/catalog-model/alpha';
import {
  ClusterSummary,
  ReadinessPhase,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** `type` of the status items that say how a cluster is. */
export const READINESS_STATUS_TYPE = 'tencentcloud.com/cilium-readiness';

/** A watched cluster is confirmed every ten seconds; an older state may not be so any more. */
const KNOWN_FOR_MS = 5 * 60_000;

/**
 * What is said in each phase: no more than that, since whoever may read an entity reads it. Details
 * need the permission to see the cluster.
 */
const STATUSES: Record<
  ReadinessPhase,
  Pick<EntityStatusItem, 'level' | 'message'>
> = {
  Failed: {
    level: 'error',
    message: 'Failed: the network of the cluster does not work.',
  },
  Degraded: {
    level: 'warning',
    message: 'Degraded: something in the network of the cluster is wrong.',
  },
  Unreachable: {
    level: 'warning',
    message: 'Unreachable: the API server of the cluster does not answer.',
  },
  Unsupported: {
    level: 'warning',
    message: 'Unsupported: the network of the cluster is not one for Cilium.',
  },
  NotInstalled: {
    level: 'info',
    message: 'NotInstalled: the cluster has no Cilium.',
  },
  Installing: {
    level: 'info',
    message: 'Installing: Cilium is being installed.',
  },
  WaitingForNodes: {
    level: 'info',
    message: 'WaitingForNodes: Cilium is installed and waits for nodes.',
  },
  Progressing: {
    level: 'info',
    message: 'Progressing: the network of the cluster is being changed.',
  },
  Ready: {
    level: 'info',
    message: 'Ready: the network of the cluster is fine.',
  },
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
  const { phase } = cluster;
  return phase === undefined || isTooOld(cluster, now)
    ? UNKNOWN_STATUS
    : { type: READINESS_STATUS_TYPE, ...STATUSES[phase] };
}

/** That a cluster is unreachable is found out here, and needs no confirmation from there. */
function isTooOld(cluster: ClusterSummary, now: number): boolean {
  return (
    cluster.connection.state !== 'unreachable' &&
    now - Date.parse(cluster.observedAt ?? '') > KNOWN_FOR_MS
  );
}
