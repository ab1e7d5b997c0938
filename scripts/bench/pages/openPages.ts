import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchBackend } from '../stand/BenchBackend';
import type { OpenPage, Page } from './Page';

/** Opens pages evenly over a time, as people do, and gives them all. */
export async function openPages(
  backend: BenchBackend,
  options: { open: OpenPage; count: number; withinMs: number },
): Promise<Page[]> {
  const { open, count, withinMs } = options;
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await sleep((index * withinMs) / count);
      return open(backend);
    }),
  );
}
