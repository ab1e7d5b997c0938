/**
 * Calls `check` until it gives true.
 *
 * @throws Error that says what was waited for, when the time is over; whatever `check` throws.
 */
export async function waitUntil(
  what: string,
  check: () => Promise<boolean>,
  options: { timeoutMilliseconds: number; everyMilliseconds: number },
): Promise<void> {
  const deadline = Date.now() + options.timeoutMilliseconds;
  while (!(await check())) {
    if (Date.now() > deadline) {
      throw new Error(
        `${what} did not come up within ${
          options.timeoutMilliseconds / 1000
        } s.`,
      );
    }
    await new Promise(resolve =>
      setTimeout(resolve, options.everyMilliseconds),
    );
  }
}
