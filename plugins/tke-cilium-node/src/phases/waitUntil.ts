import { CustomErrorBase } from '@backstage/errors';
import { isRetryable } from '../kubernetes/retry';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import { Phase } from './runPhase';

/** What a look at the cluster found. */
export type WaitState<T> =
  | { done: true; value: T }
  | {
      done: false;
      /** What is missing, in words that follow "waiting for". */ message: string;
    };

/** Options of {@link waitUntil}. */
export type WaitOptions<T> = {
  /** What is waited for, in words that follow "waiting for". */
  what: string;
  check: () => Promise<WaitState<T>>;
  timeoutMs: number;
  /** Default 2000. */
  intervalMs?: number;
  /** What to do when it takes too long. */
  remedy: string;
};

/** Something did not happen in time. @public */
export class WaitTimeoutError extends CustomErrorBase {
  name = 'WaitTimeoutError' as const;
}

/**
 * Looks until it is done. Says what is missing whenever that changes; a passing failure of the API
 * server is one more thing that is missing.
 *
 * @throws {@link WaitTimeoutError} that names what was missing last
 */
export async function waitUntil<T>(
  phase: Phase,
  options: WaitOptions<T>,
): Promise<T> {
  const { what, check, timeoutMs, intervalMs = 2000, remedy } = options;
  const deadline = Date.now() + timeoutMs;
  let last: string | undefined;
  phase.waitingFor(what);
  for (;;) {
    const state = await check().catch((error): WaitState<T> => {
      phase.signal.throwIfAborted();
      if (isRetryable(error)) {
        return { done: false, message: error.message };
      }
      throw error;
    });
    if (state.done) {
      return state.value;
    }
    if (state.message !== last) {
      last = state.message;
      phase.log.info(`Waiting for ${what}: ${last}`);
      phase.waitingFor(`${what}: ${last}`);
    }
    if (Date.now() + intervalMs > deadline) {
      throw new WaitTimeoutError(
        `Waited ${Math.round(
          timeoutMs / 1000,
        )} s for ${what}; at the end: ${last.replace(/\.$/, '')}. ${remedy}`,
      );
    }
    await sleepUnlessAborted(intervalMs, phase.signal);
  }
}
