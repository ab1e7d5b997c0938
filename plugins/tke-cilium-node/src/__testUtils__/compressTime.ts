/** How often the clock is set. */
const STEP_MS = 5;

/** How many times faster time passes. */
export type TimeFactors = {
  /** For what sleeps or reads the clock. */
  sleeping: number;
  /** For what waits for an answer, which a busy machine gives late. */
  answers: number;
};

/**
 * Lets time pass faster for everything in this process.
 *
 * @returns lets it pass as before
 */
export function compressTime({ sleeping, answers }: TimeFactors): () => void {
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
    const passed = (performance.now() - start.at) * sleeping;
    jest.setSystemTime(start.time + passed);
  }, STEP_MS);
  timers.setTimeout = (ms: number, ...rest: unknown[]) =>
    sleep(ms / sleeping, ...rest);
  globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
    later(run, ms / answers, ...rest)) as typeof setTimeout;
  return () => {
    clearInterval(clock);
    timers.setTimeout = sleep;
    globalThis.setTimeout = later;
    jest.useRealTimers();
  };
}
