import { setTimeout as sleep } from 'node:timers/promises';

/** Waits. An aborted signal ends the wait early, and is for the caller to look at. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
