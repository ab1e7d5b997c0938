import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';

const TROUBLES = ['Degraded', 'Failed', 'Unreachable'] as const;

/** A phase in which a cluster that worked does not. */
export type Trouble = (typeof TROUBLES)[number];

/** What the owner of a cluster does not know yet. */
export type News =
  | { kind: 'trouble'; phase: Trouble }
  | { kind: 'recovery'; phase: ReadinessPhase };

/**
 * The phases of a cluster that is fine. A cluster that is being installed or changed is neither fine
 * nor in trouble: that says nothing new about a trouble which its owner knows of.
 */
const FINE: readonly ReadinessPhase[] = ['Ready', 'WaitingForNodes'];

/**
 * Compares what is with what the owner was told.
 *
 * @param announced - the trouble that the owner knows of; `undefined`: none
 * @returns `undefined` when there is nothing to tell
 */
export function findNews(
  phase: ReadinessPhase,
  announced: Trouble | undefined,
): News | undefined {
  if (isTrouble(phase)) {
    return phase === announced ? undefined : { kind: 'trouble', phase };
  }
  return announced && FINE.includes(phase)
    ? { kind: 'recovery', phase }
    : undefined;
}

/**
 * Whether a phase has lasted for long enough to be told.
 *
 * @remarks
 * `since` comes from the replica that watches the cluster. A clock that is wrong makes the news
 * earlier or later by as much, but never makes them come twice.
 *
 * @param since - when the phase began, ISO 8601. `undefined`: so long ago that it is forgotten
 */
export function isSettled(
  since: string | undefined,
  options: { now: Date; settlingMs: number },
): boolean {
  const { now, settlingMs } = options;
  return since === undefined || now.getTime() - Date.parse(since) >= settlingMs;
}

function isTrouble(phase: ReadinessPhase): phase is Trouble {
  return TROUBLES.some(trouble => trouble === phase);
}
