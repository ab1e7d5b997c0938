import { setTimeout as sleep } from 'node:timers/promises';
import { print } from '../../print';
import { openPages } from '../pages/openPages';
import type { OpenPage } from '../pages/Page';
import { PeerPage, POLL_MS } from '../pages/PeerPage';
import { TrackerPage } from '../pages/TrackerPage';
import { pagesRows, type PagesWindow } from '../results/pagesRows';
import type { Row } from '../results/Row';
import {
  beginWindow,
  measureWindow,
  untilAtRest,
} from '../stand/measureWindow';
import type { Bench } from './Scenario';

/** What open pages of a cluster at rest cost. */
export async function measurePages(bench: Bench): Promise<Row[]> {
  const { scale } = bench;
  const cluster = await bench.cluster();
  const { trackerAccess, peerAccess } = cluster;
  const backend = await bench.backend();

  async function withPages(open: OpenPage, count: number) {
    const isPeer = open === PeerPage.open;
    const pages = await openPages(backend, { open, count, withinMs: POLL_MS });
    if (isPeer) {
      // Whole polls only: none may begin or end with the window.
      await sleep(POLL_MS / count / 2);
    }
    const sum = (what: 'decodedBytes' | 'failures') =>
      pages.reduce((total, page) => total + page[what], 0);
    const decodedBefore = sum('decodedBytes');
    const window = await measureWindow({
      backend,
      access: isPeer ? peerAccess : trackerAccess,
      milliseconds: scale.windowMs,
    });
    const decodedPerMinute =
      ((sum('decodedBytes') - decodedBefore) * 60_000) / scale.windowMs;
    const { residentBytes } = await backend.ask('memory');
    await Promise.all(pages.map(page => page.close()));
    return {
      ...window,
      pages: count,
      decodedPerMinute,
      failures: sum('failures'),
      residentBytes,
    };
  }

  print('Waiting until the cluster is at rest');
  await untilAtRest(trackerAccess);
  const endTracking = await beginWindow({ backend, access: trackerAccess });
  const tracker: PagesWindow[] = [];
  for (const count of scale.trackerPages) {
    print(`Open pages of ours: ${count}`);
    tracker.push(await withPages(TrackerPage.open, count));
  }
  print('Nobody looks at the cluster');
  const rest = await measureWindow({
    backend,
    access: trackerAccess,
    milliseconds: scale.windowMs,
  });
  const peer: PagesWindow[] = [];
  for (const count of scale.peerPages) {
    print(`Open pages of the Kubernetes plugin: ${count}`);
    peer.push(await withPages(PeerPage.open, count));
  }
  return pagesRows({ rest, tracker, peer }, await endTracking(), cluster.nodes);
}
