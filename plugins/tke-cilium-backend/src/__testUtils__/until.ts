import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something is so. What fails meanwhile is tried again.
 *
 * @returns after how many milliseconds it was so
 * @throws Error with the last failure when the time is over
 */
export async function until(
  what: string,
  check: () => Promise<boolean> | boolean,
  timeoutMs: number,
): Promise<number> {
  const startedAt = performance.now();
  let failure: unknown = 'it was not so';
  while (performance.now() - startedAt < timeoutMs) {
    try {
      if (await check()) {
        return Math.round(performance.now() - startedAt);
      }
    } catch (error) {
      failure = error;
    }
    await sleep(20);
  }
  throw new Error(`Not within ${timeoutMs} ms: ${what} (${failure})`);
}
