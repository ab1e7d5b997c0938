import type { Page } from 'playwright-core';
import type { Opening, View } from './Opening';

/** The main thread is free when it had nothing for this long that takes more than 50 ms at once. */
const QUIET_MS = 500;
const GIVE_UP_MS = 120_000;

declare global {
  interface Window {
    /** When the main thread was last busy for more than 50 ms at once. */
    busyUntilMs: number;
    longTasks: PerformanceObserver;
    noteLongTasks(tasks: PerformanceEntryList): void;
  }
}

/**
 * Makes pages of a context keep what {@link openView} asks for. Before they are opened.
 *
 * @remarks
 * Runs in the page, where names of functions, which the compiler would add, mean nothing.
 */
export function observePage(): void {
  performance.setResourceTimingBufferSize(5_000);
  window.busyUntilMs = 0;
  window.noteLongTasks = tasks =>
    tasks.forEach(({ startTime, duration }) => {
      window.busyUntilMs = startTime + duration;
    });
  window.longTasks = new PerformanceObserver(list =>
    window.noteLongTasks(list.getEntries()),
  );
  window.longTasks.observe({ type: 'longtask', buffered: true });
}

/** Loads a page, as after "reload", and waits until somebody can use it. */
export async function openView(
  page: Page,
  url: string,
  view: View,
): Promise<Opening> {
  await page.goto(url + view.path, { waitUntil: 'commit' });
  const contentMs = await whenItIs(
    page,
    content =>
      new RegExp(content).test(
        document.querySelector('#root')?.textContent ?? '',
      ) && performance.now(),
    view.content.source,
  );
  const interactiveMs = await whenItIs(
    page,
    ({ since, quiet }) => {
      // Those that have just ended have not been told yet.
      window.noteLongTasks(window.longTasks.takeRecords());
      const freeSince = Math.max(since, window.busyUntilMs);
      return performance.now() > freeSince + quiet && freeSince;
    },
    { since: contentMs, quiet: QUIET_MS },
  );
  return {
    contentMs,
    interactiveMs,
    ...count(await loadedBefore(page, interactiveMs)),
  };
}

async function whenItIs<Argument>(
  page: Page,
  look: (argument: Argument) => number | false,
  argument: Argument,
): Promise<number> {
  const handle = await page.waitForFunction(
    look as (argument: unknown) => number | false,
    argument,
    { polling: 'raf', timeout: GIVE_UP_MS },
  );
  return (await handle.jsonValue()) as number;
}

type Resource = { name: string; transferSize: number };

async function loadedBefore(page: Page, endMs: number): Promise<Resource[]> {
  return page.evaluate(
    end =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < end)
        .map(entry => ({
          name: entry.name,
          transferSize: (entry as PerformanceResourceTiming).transferSize,
        })),
    endMs,
  );
}

function count(
  resources: Resource[],
): Pick<Opening, 'requests' | 'dataBytes' | 'codeBytes'> {
  const sum = (some: Resource[]) =>
    some.reduce((total, { transferSize }) => total + transferSize, 0);
  const data = resources.filter(({ name }) => name.includes('/api/'));
  return {
    requests: data.length,
    dataBytes: sum(data),
    codeBytes: sum(resources.filter(({ name }) => /\.(js|css)$/.test(name))),
  };
}
