/** How often the clock is set. */
const STEP_MS = 5;

/**
 * Lets time pass so many times faster for everything in this process that sleeps, waits for an answer
 * or reads the clock.
 *
 * @returns lets it pass as before
 */
export function compressTime(factor: number): () => void {
  const timers = jest.requireActual('node:timers/promises');
  const { setTimeout: sleep } = timers;
  const { setTimeout: later } = globalThis;
  const start = { at: performance.now(), time: Date.now() };
  jest.useFakeTimers({
    now: start.time,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
  const clock = setInterval(() => {
    const passed = (performance.now() - start.at) * factor;
    jest.setSystemTime(start.time + passed);
  }, STEP_MS);
  timers.setTimeout = (ms: number, ...rest: unknown[]) =>
    sleep(ms / factor, ...rest);
  globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
    later(run, ms / factor, ...rest)) as typeof setTimeout;
  return () => {
    clearInterval(clock);
    timers.setTimeout = sleep;
    globalThis.setTimeout = later;
    jest.useRealTimers();
  };
}
