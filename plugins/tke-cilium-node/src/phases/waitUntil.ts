import { CustomErrorBase } from '@backstage/errors';
import { isRetryable } from '../kubernetes/retry';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import { isRetryableCall } from '../tencentCloud/isRetryableCall';
import { FrameContext, Framed } from './framePhase';

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
  /** Or how it follows from the time waited so far. Default 2000. */
  intervalMs?: number | ((waitedMs: number) => number);
  /** What to do when it takes too long. */
  remedy: string;
};

/** Something did not happen in time. @public */
export class WaitTimeoutError extends CustomErrorBase {
  name = 'WaitTimeoutError' as const;
}

/**
 * Looks until it is done. Says what is missing whenever that changes; a passing failure of an API is
 * one more thing that is missing.
 *
 * @throws {@link WaitTimeoutError} that names what was missing last
 */
export async function waitUntil<T>(
  phase: Framed<FrameContext>,
  options: WaitOptions<T>,
): Promise<T> {
  const { what, check, timeoutMs, intervalMs = 2000, remedy } = options;
  const start = Date.now();
  let last: string | undefined;
  phase.waitingFor(what);
  for (;;) {
    const state = await check().catch((error): WaitState<T> => {
      phase.signal.throwIfAborted();
      if (isRetryable(error) || isRetryableCall(error, true)) {
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
    const waitedMs = Date.now() - start;
    const pauseMs =
      typeof intervalMs === 'number' ? intervalMs : intervalMs(waitedMs);
    if (waitedMs + pauseMs > timeoutMs) {
      throw new WaitTimeoutError(
        `Waited ${Math.round(
          timeoutMs / 1000,
        )} s for ${what}; at the end: ${last.replace(/\.$/, '')}. ${remedy}`,
      );
    }
    await sleepUnlessAborted(pauseMs, phase.signal);
  }
}
