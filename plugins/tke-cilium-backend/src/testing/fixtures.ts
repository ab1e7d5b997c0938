import {
  ClusterSnapshot,
  createSnapshotState,
  evaluateReadiness,
  Readiness,
  setConnection,
  setKubernetesVersion,
  toSnapshot,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** A time of the test, so many seconds after an arbitrary start. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 10, 1) + seconds * 1000).toISOString();
}

/** A snapshot of a cluster of which only the connection is known. */
export function snapshotOf(
  state: 'connecting' | 'connected' | 'unreachable',
  options: { message?: string; version?: string; seconds?: number } = {},
): ClusterSnapshot {
  const { message, version = 'v1.34.4-tke.1', seconds = 0 } = options;
  const start = createSnapshotState('cls-abcdefgh', at(seconds));
  const connected = setConnection(start, { state, message }, at(seconds));
  return toSnapshot(
    state === 'connected'
      ? setKubernetesVersion(connected, version, at(seconds))
      : connected,
  );
}

/** A readiness with that phase. */
export function readinessOf(
  phase: Readiness['phase'],
  summary: string = phase,
): Readiness {
  const judged = evaluateReadiness(snapshotOf('connected'), { now: at(0) });
  return { ...judged, phase, summary };
}
