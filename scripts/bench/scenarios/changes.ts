import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectsByEntityResponse } from '@backstage/plugin-kubernetes-common';
import type { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PeerPage, POLL_MS } from '../pages/PeerPage';
import { TrackerPage } from '../pages/TrackerPage';
import { print } from '../../print';
import { median, percentile } from '../results/percentile';
import type { Row } from '../results/Row';
import {
  listCiliumPods,
  setPodReady,
  watchPods,
  type CiliumPod,
} from '../stand/ciliumPods';
import type { Bench } from './Scenario';

const GIVE_UP_MS = 60_000;
/** Between two changes that the peer is not waited for; jittered, so that nothing gets in step. */
const PAUSE_MS = 500;

/** Times in milliseconds from the moment a change is sent to the API server. */
type Sightings = { watch: number[]; tracker: number[]; peer: number[] };

/** How long it takes until an open page shows that an agent is, or is not, ready. */
export async function measureChanges(bench: Bench): Promise<Row[]> {
  const { scale } = bench;
  const cluster = await bench.cluster();
  const backend = await bench.backend();
  const [agent] = await listCiliumPods(cluster.kubernetes, 'cilium');
  const ended = new AbortController();
  let onEvent = () => {};
  await watchPods(cluster.kubernetes, {
    signal: ended.signal,
    onEvent: () => onEvent(),
  });
  const page = await TrackerPage.open(backend);
  const sightings: Sightings = { watch: [], tracker: [], peer: [] };
  let ready = true;

  async function change(peerPage?: PeerPage): Promise<void> {
    ready = !ready;
    const sentMs = performance.now();
    const since = () => performance.now() - sentMs;
    const seen = [
      seenBy<void>('a watch', listener => {
        onEvent = listener;
      }).then(() => sightings.watch.push(since())),
      seenBy<ClusterResponse>(
        'our page',
        listener => {
          page.onChange = listener;
        },
        answer => trackerShows(answer, agent) === ready,
      ).then(() => sightings.tracker.push(since())),
      ...(peerPage
        ? [
            seenBy<ObjectsByEntityResponse>(
              'the page of the Kubernetes plugin',
              listener => {
                peerPage.onAnswer = listener;
              },
              answer => peerShows(answer, agent) === ready,
            ).then(() => sightings.peer.push(since())),
          ]
        : []),
    ];
    await setPodReady(cluster.kubernetes, agent, ready);
    await Promise.all(seen);
  }

  const peerPage = await PeerPage.open(backend);
  for (let index = 0; index < scale.comparedChanges; index += 1) {
    print(
      `Change ${index + 1} of ${scale.comparedChanges}, seen by both pages`,
    );
    await change(peerPage);
    if (index + 1 < scale.comparedChanges) {
      // At any moment between two polls.
      await sleep(Math.random() * POLL_MS);
    }
  }
  await peerPage.close();
  print(`Changes seen by our page only: ${scale.furtherChanges}`);
  for (let index = 0; index < scale.furtherChanges; index += 1) {
    await change();
    await sleep(PAUSE_MS * (1 + Math.random()));
  }
  if (!ready) {
    await change();
  }
  ended.abort();
  await page.close();
  return toRows(sightings, `${cluster.nodes} nodes`);
}

/** Resolves when something is told that fits. */
function seenBy<Told>(
  who: string,
  listen: (listener: (told: Told) => void) => void,
  fits: (told: Told) => boolean = () => true,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new Error(`No change was seen by ${who} in ${GIVE_UP_MS / 1000} s`),
        ),
      GIVE_UP_MS,
    );
    listen(told => {
      if (fits(told)) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
}

function trackerShows(
  { readiness }: ClusterResponse,
  agent: CiliumPod,
): boolean | undefined {
  const node = readiness?.nodes.find(({ name }) => name === agent.node);
  return node && node.cilium === 'ready';
}

function peerShows(
  { items }: ObjectsByEntityResponse,
  agent: CiliumPod,
): boolean | undefined {
  const pods = items.flatMap(({ resources }) =>
    resources.flatMap(({ type, resources: objects }) =>
      type === 'pods' ? objects : [],
    ),
  );
  const pod = pods.find(({ metadata }) => metadata?.name === agent.name);
  return pod?.status?.conditions?.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

function toRows({ watch, tracker, peer }: Sightings, at: string): Row[] {
  const seconds = (milliseconds: number) => milliseconds / 1000;
  return [
    {
      work: 'Change → shown in the browser, median',
      at,
      unit: 's',
      peer: seconds(median(peer)),
      ours: seconds(median(tracker)),
      target: 0.3,
    },
    {
      work: 'Change → shown in the browser, p99',
      at,
      unit: 's',
      peer: seconds(percentile(peer, 99)),
      ours: seconds(percentile(tracker, 99)),
      target: 1,
      note: `Of ${peer.length} changes with the peer, and ${tracker.length} with ours.`,
    },
    {
      work: 'Change → event of a raw watch, median',
      at,
      unit: 's',
      ours: seconds(median(watch)),
      note: 'Nobody can be faster than the watch.',
    },
  ];
}
