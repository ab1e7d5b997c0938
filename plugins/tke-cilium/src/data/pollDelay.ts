import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isSettling } from '../presentation/isSettling';

/** Milliseconds. */
const FIRST_INTERVAL = 2_000;
const SETTLING_INTERVAL = 5_000;
const RESTING_INTERVAL = 30_000;
const LONGEST_BACKOFF = 60_000;

/**
 * How long to wait until the next request that nothing asked for, in milliseconds.
 *
 * While signals are proven to arrive, a request is only a safety net: messages sent while the
 * socket reconnects are lost. Until then it is how the page learns of a change: soon after the last
 * change, then ever less often, but often as long as the cluster is on its way.
 *
 * Failures back off, spread by up to a fifth so that the browsers of a whole company do not come
 * back to a restarted backend in the same instant.
 */
export function pollDelay(options: {
  /** A signal has arrived, and no change since then went without one. */
  signalled: boolean;
  /** Answers without news in a row. */
  quiet: number;
  /** Failures in a row. */
  failures: number;
  phase?: ReadinessPhase;
  /** From 0 to 1. */
  random: number;
}): number {
  const { signalled, quiet, failures, phase, random } = options;
  if (failures > 0) {
    const backoff = FIRST_INTERVAL * 2 ** (failures - 1);
    return Math.min(backoff, LONGEST_BACKOFF) * (1 + random / 5);
  }
  if (signalled) {
    return RESTING_INTERVAL;
  }
  return Math.min(
    FIRST_INTERVAL * 2 ** quiet,
    !phase || isSettling(phase) ? SETTLING_INTERVAL : RESTING_INTERVAL,
  );
}
