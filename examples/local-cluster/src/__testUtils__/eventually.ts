/** Repeats an expectation until it holds, and fails with its own words when it does not in time. */
export async function eventually(
  expectation: () => Promise<void>,
  timeoutMilliseconds = 30_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
