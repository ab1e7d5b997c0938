import type { Opening } from '../browser/Opening';
import { median } from './percentile';
import type { Row } from './Row';

/** The openings of one page. */
export type Openings = {
  /** By a browser that has nothing of the app in its cache. */
  first: Opening;
  /** By one that has all of it, again and again. */
  again: Opening[];
  /** Requests to the API server for each of those. */
  clusterRequests: number[];
};

const AGAIN =
  'Reloaded, with the code of the app in the cache of the browser; both pages in turns.';

const FROM_BACKEND =
  'From the backend, compressed; what has not changed since the browser has it is asked for, but not sent again.';

/** What opening our card, and our tab, takes beside the Kubernetes plugin's tab. */
export function cardRows(
  openings: Record<'card' | 'tab' | 'peer', Openings>,
  nodes: number,
): Row[] {
  return (['card', 'tab'] as const).flatMap(page => {
    const compare = (
      work: string,
      unit: string,
      measure: (openings: Openings) => number,
      note?: string,
    ): Row => ({
      work,
      at: `${nodes} nodes, ${page}`,
      unit,
      peer: measure(openings.peer),
      ours: measure(openings[page]),
      note,
    });
    const again =
      (what: keyof Opening, per = 1) =>
      (each: Openings) =>
        median(each.again.map(opening => opening[what])) / per;
    return [
      compare('Page opened → content', 's', again('contentMs', 1000), AGAIN),
      compare(
        'Page opened → main thread free',
        's',
        again('interactiveMs', 1000),
        'With content, and then nothing for 500 ms that keeps the main thread busy for more than 50 ms.',
      ),
      compare(
        'Page opened for the first time → content',
        's',
        ({ first }) => first.contentMs / 1000,
        'Nothing in the cache of the browser. Once.',
      ),
      compare(
        'Code fetched the first time',
        'kB',
        ({ first }) => first.codeBytes / 1000,
        'Of the whole app, as far as the page needs it; compressed.',
      ),
      compare(
        'Data fetched the first time',
        'kB',
        ({ first }) => first.dataBytes / 1000,
        FROM_BACKEND,
      ),
      compare(
        'Data fetched to open the page',
        'kB',
        again('dataBytes', 1000),
        FROM_BACKEND,
      ),
      compare(
        'Requests to the backend to open the page',
        '',
        again('requests'),
      ),
      compare('Requests to the API server to open the page', '', each =>
        median(each.clusterRequests),
      ),
    ];
  });
}
