import { WatchTimings } from './timings';

/** Work that asks a lot of an API server may take up this part of the time: a twentieth. */
const REST_FACTOR = 20;

/** How long to leave the API server alone after such work, in milliseconds. */
export function restAfter(startedAt: number, timings: WatchTimings): number {
  return Math.max(
    timings.countIntervalMs,
    (Date.now() - startedAt) * REST_FACTOR,
  );
}
