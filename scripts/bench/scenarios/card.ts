import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { buildApp } from '../../bundle/buildApp';
import { print } from '../../print';
import { BenchBrowser } from '../browser/BenchBrowser';
import type { View } from '../browser/Opening';
import { cardRows, type Openings } from '../results/cardRows';
import type { Row } from '../results/Row';
import type { Access } from '../stand/Access';
import { appConfig } from '../stand/appConfig';
import { BenchBackend } from '../stand/BenchBackend';
import type { BenchCluster } from '../stand/BenchCluster';
import { totalRequests } from '../stand/countRequests';
import { untilAtRest } from '../stand/measureWindow';
import type { Bench } from './Scenario';

/** Between two openings, for what the last one left behind. */
const PAUSE_MS = 2_000;

/** What a reader waits for: our card and our tab, and the Kubernetes plugin's tab of the same entity. */
export async function measureCard(bench: Bench): Promise<Row[]> {
  const { scale } = bench;
  const cluster = await bench.cluster();
  print('Building the app with the tabs of both plugins');
  await buildBenchApp();
  const backend = await BenchBackend.start(cluster, 1, true);
  try {
    await backend.untilAllAreSeen(cluster.nodes);
    await untilAtRest(cluster.trackerAccess);
    const browser = await BenchBrowser.start(backend.url);
    try {
      const openings = await openInTurns(browser, {
        pages: pagesOf(backend, cluster),
        times: scale.openings,
      });
      return cardRows(openings, cluster.nodes);
    } finally {
      await browser.close();
    }
  } finally {
    await backend.stop();
  }
}

type Pages = Record<'card' | 'tab' | 'peer', { view: View; access: Access }>;

function pagesOf(backend: BenchBackend, cluster: BenchCluster): Pages {
  const entity = `/catalog/default/resource/${backend.clusterIds[0]}`;
  const access = cluster.trackerAccess;
  // "1000 of 1000 ready", and "1003 pods".
  const content = /\d+ of \d+ ready/;
  return {
    card: { view: { path: entity, content }, access },
    tab: { view: { path: `${entity}/cilium`, content }, access },
    peer: {
      view: { path: `${entity}/kubernetes`, content: /\d+ pods/ },
      access: cluster.peerAccess,
    },
  };
}

async function openInTurns(
  browser: BenchBrowser,
  { pages, times }: { pages: Pages; times: number },
): Promise<Record<keyof Pages, Openings>> {
  const names = ['card', 'tab', 'peer'] as const;
  const openings: Partial<Record<keyof Pages, Openings>> = {};
  for (const name of names) {
    print(`Opening for the first time: ${name}`);
    const first = await browser.openFirst(pages[name].view);
    // Fills the cache that the others find.
    await browser.openAgain(pages[name].view);
    openings[name] = { first, again: [], clusterRequests: [] };
  }
  const complete = openings as Record<keyof Pages, Openings>;
  for (let turn = 1; turn <= times; turn += 1) {
    print(`Opening the pages in turns: ${turn} of ${times}`);
    for (const name of names) {
      const { view, access } = pages[name];
      await sleep(PAUSE_MS);
      const position = await access.audit.position();
      complete[name].again.push(await browser.openAgain(view));
      complete[name].clusterRequests.push(
        totalRequests(await access.audit.requestsSince(position)),
      );
    }
  }
  return complete;
}

async function buildBenchApp(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tke-cilium-bench-app-'));
  try {
    const file = path.join(folder, 'app-config.yaml');
    const app = await appConfig('http://127.0.0.1');
    await writeFile(
      file,
      stringify({ app, backend: { baseUrl: 'http://127.0.0.1' } }),
    );
    await buildApp([file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
