import type { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { print } from '../../print';
import { TrackerPage } from '../pages/TrackerPage';
import type { Row } from '../results/Row';
import type { BenchCluster } from '../stand/BenchCluster';
import {
  listCiliumPods,
  setPodReady,
  type CiliumPod,
} from '../stand/ciliumPods';
import type { Bench } from './Scenario';

const CHANGES = 1000;
const AT_ONCE = 32;
const GIVE_UP_MS = 60_000;

/** What a thousand changes of pods make, as fast as the API server takes them. */
export async function measureBurst(bench: Bench): Promise<Row[]> {
  const cluster = await bench.cluster();
  const backend = await bench.backend();
  // Not those of the agent: to a change of them the operator answers with more changes.
  const pods = await listCiliumPods(cluster.kubernetes, 'cilium-envoy');
  const rounds = Math.max(1, Math.round(CHANGES / pods.length));
  const changes = rounds * pods.length;
  const page = await TrackerPage.open(backend);
  const before = await backend.ask('metrics');

  print(`${changes} changes of pods as fast as they go`);
  const startedMs = performance.now();
  let ready = true;
  for (let round = 0; round < rounds; round += 1) {
    ready = !ready;
    await setAll(cluster, pods, ready);
  }
  const sentMs = performance.now();
  await untilShown(page, ready ? pods.length : 0, pods.length);
  const shownMs = performance.now();
  const after = await backend.ask('metrics');
  const { signals } = page;
  if (!ready) {
    await setAll(cluster, pods, true);
    await untilShown(page, pods.length, pods.length);
  }
  await page.close();

  const made = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
  const seconds = (sentMs - startedMs) / 1000;
  const at = `${cluster.nodes} nodes`;
  const burst = `${changes} pod changes in ${seconds.toFixed(1)} s`;
  return [
    {
      work: `${burst} → evaluations`,
      at,
      unit: '',
      ours: made('tke_cilium.evaluation.duration'),
    },
    {
      work: `${burst} → pushes`,
      at,
      unit: '',
      ours: made('tke_cilium.pushes'),
    },
    { work: `${burst} → signals in a page`, at, unit: '', ours: signals },
    {
      work: 'Last of these changes → last state shown',
      at,
      unit: 's',
      ours: (shownMs - sentMs) / 1000,
      target: 1,
    },
  ];
}

async function setAll(
  { kubernetes }: BenchCluster,
  pods: CiliumPod[],
  ready: boolean,
): Promise<void> {
  const left = [...pods];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let pod = left.pop(); pod; pod = left.pop()) {
        await setPodReady(kubernetes, pod, ready);
      }
    }),
  );
}

/** Resolves when the page shows how many of the pods are ready. */
function untilShown(
  page: TrackerPage,
  ready: number,
  total: number,
): Promise<void> {
  const isShown = (shown: ClusterResponse | undefined) =>
    shown?.readiness?.conditions
      .find(({ type }) => type === 'EnvoyReady')
      ?.message.startsWith(`${ready} of ${total} pods`);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The last state of the burst was never shown')),
      GIVE_UP_MS,
    );
    const look = (shown: ClusterResponse | undefined) => {
      if (isShown(shown)) {
        clearTimeout(timer);
        resolve();
      }
    };
    page.onChange = look;
    look(page.latest);
  });
}
