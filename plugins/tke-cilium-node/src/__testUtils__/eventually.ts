import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an expectation until it holds, and fails with its own words when it does not in time. */
export async function eventually(
  expectation: () => Promise<void>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await sleep(100);
  }
}
