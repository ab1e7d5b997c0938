import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';

const SETTLING: ReadonlySet<ReadinessPhase> = new Set([
  'Installing',
  'WaitingForNodes',
  'Progressing',
]);

/** Whether a cluster is on its way somewhere, and somebody is likely waiting for it. */
export function isSettling(phase: ReadinessPhase): boolean {
  return SETTLING.has(phase);
}
