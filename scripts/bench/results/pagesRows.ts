import type { Window } from '../stand/measureWindow';
import type { Row } from './Row';

const MEGABYTE = 1_000_000;

/** A window with open pages, and the memory at its end. */
export type PagesWindow = Window & {
  pages: number;
  /** What all the browsers decoded, in bytes. */
  decodedPerMinute: number;
  failures: number;
  residentBytes: number;
};

/** Windows without pages, with pages of ours and with pages of the peer. */
export type PagesMeasured = {
  rest: Window;
  /** Begin with one page, as `peer`. */
  tracker: PagesWindow[];
  peer: PagesWindow[];
};

/**
 * What pages cost.
 *
 * @param whole - our requests and bytes while all the windows were measured
 */
export function pagesRows(
  { rest, tracker, peer }: PagesMeasured,
  whole: Window,
  nodes: number,
): Row[] {
  const at = `${nodes} nodes`;
  const cpuOfPage = ({ cpuPerMinute }: Window) =>
    Math.max(0, cpuPerMinute - rest.cpuPerMinute);
  return [
    {
      work: 'API requests per open page and minute',
      at,
      unit: '',
      peer: peer[0].requestsPerMinute,
      ours: tracker[0].requestsPerMinute,
      target: 0,
    },
    {
      work: 'API server → backend per minute, cluster at rest',
      at: `${at}, 1 page`,
      unit: 'MB',
      peer: peer[0].bytesPerMinute / MEGABYTE,
      ours: whole.bytesPerMinute / MEGABYTE,
      target: 0.1,
      note: 'Ours is the mean of all windows with pages: watches are opened again every five minutes.',
    },
    {
      work: 'Decoded in the browser per minute, cluster at rest',
      at,
      unit: 'MB',
      peer: peer[0].decodedPerMinute / MEGABYTE,
      ours: tracker[0].decodedPerMinute / MEGABYTE,
    },
    {
      work: 'Backend CPU for an open page, per minute',
      at,
      unit: 's',
      peer: cpuOfPage(peer[0]),
      ours: cpuOfPage(tracker[0]),
      target: 0.3,
      note: 'What is used more than without a page.',
    },
    {
      work: 'Backend CPU per minute, nobody looks',
      at,
      unit: 's',
      ours: rest.cpuPerMinute,
    },
    ...tracker.flatMap(ours =>
      growthRows(
        ours,
        peer.find(({ pages }) => pages === ours.pages),
        nodes,
      ),
    ),
  ];
}

function growthRows(
  ours: PagesWindow,
  peer: PagesWindow | undefined,
  nodes: number,
): Row[] {
  const at = `${nodes} nodes, pages: ${ours.pages}`;
  return [
    {
      work: 'API requests per minute',
      at,
      unit: '',
      peer: peer?.requestsPerMinute,
      ours: ours.requestsPerMinute,
    },
    {
      work: 'Backend CPU per minute',
      at,
      unit: 's',
      peer: peer?.cpuPerMinute,
      ours: ours.cpuPerMinute,
    },
    {
      work: 'Requests of pages that failed',
      at,
      unit: '',
      peer: peer?.failures,
      ours: ours.failures,
    },
    {
      work: 'Backend resident memory',
      at,
      unit: 'MB',
      peer: peer && peer.residentBytes / MEGABYTE,
      ours: ours.residentBytes / MEGABYTE,
      note: 'One process runs both. Ours is measured first, or what the peer leaves behind would count as ours.',
    },
  ];
}
