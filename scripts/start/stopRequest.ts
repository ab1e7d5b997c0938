const PARENT_CHECK_MS = 1000;

/**
 * Resolves when somebody wants us to stop: by Ctrl-C, by a signal, or by
 * killing the process that started us. Signals no longer end this process.
 */
export function stopRequest(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve());
    }
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) {
        resolve();
      }
    }, PARENT_CHECK_MS).unref();
  });
}
