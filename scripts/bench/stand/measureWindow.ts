import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from './Access';
import type { BenchBackend } from './BenchBackend';
import { totalRequests } from './countRequests';

/** A little longer than the tracker waits before it counts again what is too much to hold. */
const QUIET_MS = 17_000;
const LOOK_EVERY_MS = 1_000;
const PATIENCE_MS = 60_000;

/** What happened in a time, per minute. */
export type Window = {
  requestsPerMinute: number;
  bytesPerMinute: number;
  /** Seconds of CPU that the backend's process used, per minute. */
  cpuPerMinute: number;
};

/** What a window is measured on. */
export type WindowOptions = {
  backend: BenchBackend;
  /** Whose requests and bytes count. */
  access: Access;
  milliseconds: number;
};

/** Looks for a while at what a backend does. */
export async function measureWindow(options: WindowOptions): Promise<Window> {
  const end = await beginWindow(options);
  await sleep(options.milliseconds);
  return end();
}

/** Begins a window, and gives the function that ends it. */
export async function beginWindow({
  backend,
  access: { audit, link },
}: Omit<WindowOptions, 'milliseconds'>): Promise<() => Promise<Window>> {
  const position = await audit.position();
  const { bytes } = link;
  const { seconds } = await backend.ask('cpu');
  const startedMs = performance.now();
  return async () => {
    const cpu = (await backend.ask('cpu')).seconds - seconds;
    const minutes = (performance.now() - startedMs) / 60_000;
    const received = link.bytes - bytes;
    const requests = totalRequests(await audit.requestsSince(position));
    return {
      requestsPerMinute: requests / minutes,
      bytesPerMinute: received / minutes,
      cpuPerMinute: cpu / minutes,
    };
  };
}

/**
 * Waits until nothing more is asked for, but not for ever: with many clusters
 * there is always something. A little after a change the tracker counts large
 * collections anew.
 */
export async function untilAtRest({ audit }: Access): Promise<void> {
  const position = await audit.position();
  const deadlineMs = performance.now() + PATIENCE_MS;
  let asked = 0;
  let quietSinceMs = performance.now();
  while (performance.now() < Math.min(deadlineMs, quietSinceMs + QUIET_MS)) {
    await sleep(LOOK_EVERY_MS);
    const total = totalRequests(await audit.requestsSince(position));
    if (total !== asked) {
      asked = total;
      quietSinceMs = performance.now();
    }
  }
}
