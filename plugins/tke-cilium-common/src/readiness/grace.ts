const MINUTE = 60_000;

/** How long something may take before it is a problem, in milliseconds. */
export const GRACE = {
  /** From the start of a node or pod to a ready pod: image pulls of several hundred megabytes. */
  start: 5 * MINUTE,
  /** From a new node or a new release to the pods that the DaemonSet controller creates for it. */
  create: MINUTE,
  /** From a ready agent or operator to what it does next: taint removed, CRD registered. */
  followUp: MINUTE,
  /** From the start of a Helm operation to its end. Helm's own time limit is five minutes. */
  helm: 15 * MINUTE,
} as const;

/**
 * Whether something that began at `since` is still within its grace period. An unknown time is over.
 *
 * @param now - ISO 8601
 */
export function isWithin(
  grace: number,
  since: string | undefined,
  now: string,
): boolean {
  return since !== undefined && Date.parse(now) - Date.parse(since) < grace;
}
