/**
 * How long to wait before attempt number `attempt` (1 is the first repetition).
 *
 * @remarks
 * Doubles up to the cap; the jitter takes away up to half, so that what failed together does not
 * come back together.
 *
 * @param random - A number in [0, 1).
 * @returns Milliseconds.
 */
export function backoffDelay(
  attempt: number,
  limits: { baseMs: number; capMs: number },
  random: () => number,
): number {
  // 2^30 is beyond every cap, and keeps the product finite.
  const exponent = Math.min(Math.max(attempt, 1) - 1, 30);
  const delay = Math.min(limits.baseMs * 2 ** exponent, limits.capMs);
  return delay * (1 - random() / 2);
}

/** The value, changed by at most 20 % either way. */
export function jitter(value: number, random: () => number): number {
  return value * (0.8 + random() * 0.4);
}
