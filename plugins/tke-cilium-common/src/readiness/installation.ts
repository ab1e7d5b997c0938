import { ClusterSnapshot } from '../snapshot/types';
import { CILIUM_WORKLOADS } from '../vocabulary/names';
import { fails, Verdict } from './verdict';

/** Statuses of a release that is not there any more: `helm uninstall --keep-history` leaves it. */
const GONE = new Set(['uninstalled', 'uninstalling']);

/** Whether there is a Helm release of Cilium, whatever its status. */
export function hasRelease(snapshot: ClusterSnapshot): boolean {
  return (
    snapshot.helmRelease !== undefined && !GONE.has(snapshot.helmRelease.status)
  );
}

/** Whether Cilium is installed, or at least was begun to be. */
export function isInstalled(snapshot: ClusterSnapshot): boolean {
  return (
    snapshot.daemonSets[CILIUM_WORKLOADS.agent] !== undefined ||
    hasRelease(snapshot)
  );
}

/** The verdict of every rule about an installed Cilium when there is none. */
export function notInstalled(snapshot: ClusterSnapshot): Verdict | undefined {
  return isInstalled(snapshot)
    ? undefined
    : fails('NotInstalled', 'Cilium is not installed.');
}
