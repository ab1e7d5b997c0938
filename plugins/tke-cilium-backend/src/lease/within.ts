/**
 * Waits for a result, but not for ever. The work itself goes on: it must do no harm when it ends
 * later.
 *
 * @throws Error when the time is over; whatever `work` throws
 */
export async function within<Result>(
  timeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
