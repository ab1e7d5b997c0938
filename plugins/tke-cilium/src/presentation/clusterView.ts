import {
  ClusterResponse,
  ClusterSummary,
  Readiness,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { DisplayPhase, Tone, TONE_OF_PHASE } from './tone';

/** An observation older than this many milliseconds is shown as history, not as the present. */
export const STALE_AFTER = 5 * 60_000;

/** What a page shows of a cluster at one moment. */
export type ClusterView = {
  phase: DisplayPhase;
  tone: Tone;
  /** The observation is too old to be called the present. */
  stale: boolean;
  /** The last state before contact was lost, when it is lost. */
  lastKnown?: ReadinessTransition;
  /** When it was last confirmed against the cluster, milliseconds since the epoch. */
  observedAt?: number;
  readiness?: Readiness;
};

/**
 * What may be said about a cluster now.
 *
 * Unknown is never shown as fine: without contact the phase is `Unreachable` whatever was known
 * before, and an old observation loses its tone.
 *
 * @param now - milliseconds since the epoch
 */
export function viewCluster(
  cluster: ClusterResponse,
  now: number,
): ClusterView {
  const observedAt = cluster.observedAt
    ? Date.parse(cluster.observedAt)
    : undefined;
  const stale = observedAt !== undefined && now - observedAt > STALE_AFTER;
  const phase = displayPhase({ ...cluster, phase: cluster.readiness?.phase });
  const lost = phase === 'Unreachable';
  return {
    phase,
    tone: stale && !lost ? 'neutral' : TONE_OF_PHASE[phase],
    stale,
    observedAt,
    readiness: cluster.readiness,
    lastKnown: lost
      ? cluster.history.find(({ phase: past }) => past !== 'Unreachable')
      : undefined,
  };
}

/** Whether what is shown is what was, not what is. */
export function isPast(view: ClusterView): boolean {
  return view.stale || view.phase === 'Unreachable';
}

/** The phase to show: what was observed before says nothing while there is no contact. */
export function displayPhase(
  cluster: Pick<ClusterSummary, 'connection' | 'phase'>,
): DisplayPhase {
  if (cluster.connection.state === 'unreachable') {
    return 'Unreachable';
  }
  return cluster.phase ?? 'Connecting';
}
