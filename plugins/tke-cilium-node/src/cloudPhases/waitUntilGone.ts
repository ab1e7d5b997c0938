import { WaitState, waitUntil } from '../phases/waitUntil';
import { CloudPhase, pauseBetweenLooks } from './CloudPhase';
import { unlessGone } from './unlessGone';

/** Of {@link waitUntilGone}. */
export type WaitUntilGoneOptions = {
  /** What is removed. */
  what: string;
  timeoutMs: number;
  /** What lists say about it; nothing when they do not show it. */
  find: () => Promise<{ state: string; isLeaving: boolean } | undefined>;
  /** Asks for its removal. */
  remove: () => Promise<unknown>;
};

/**
 * Asks once for the removal of a thing, unless it is on its way, and waits until no list shows it.
 * Lists lag: asked again meanwhile, the API may answer that there is no such thing, which is not a
 * failure.
 */
export async function waitUntilGone(
  phase: CloudPhase,
  { what, timeoutMs, find, remove }: WaitUntilGoneOptions,
): Promise<void> {
  let isAsked = false;
  await waitUntil(phase, {
    what: `${what} to be gone`,
    timeoutMs,
    intervalMs: pauseBetweenLooks,
    remedy: 'Look at it in the console, then run the phase again.',
    check: async (): Promise<WaitState<undefined>> => {
      const left = await find();
      if (!left) {
        return { done: true, value: undefined };
      }
      if (!left.isLeaving && !isAsked) {
        await unlessGone(remove());
        isAsked = true;
      }
      return { done: false, message: `it is ${left.state}` };
    },
  });
}
