import { print } from '../../print';
import { memoryRows } from '../results/memoryRows';
import type { Row } from '../results/Row';
import { watchClusters, type Watched } from '../stand/watchClusters';
import type { Bench } from './Scenario';

/** Of many, so that what the heap breathes is divided by them; of large clusters fewer, for time. */
const CLUSTERS = [
  { upToNodes: 100, clusters: 20 },
  { upToNodes: 1000, clusters: 8 },
  { upToNodes: Infinity, clusters: 4 },
];

/** What a watched cluster of this size takes: memory, and time to the first readiness. */
export async function measureMemory(bench: Bench): Promise<Row[]> {
  const cluster = await bench.cluster();
  const { nodes } = cluster;
  const { clusters = 1 } =
    CLUSTERS.find(({ upToNodes }) => nodes <= upToNodes) ?? {};
  const watched: Watched[] = [];
  for (const count of [1, 1 + clusters]) {
    print(`A backend that watches clusters: ${count}`);
    watched.push(await watchClusters(cluster, count));
  }
  const [one, many] = watched;
  return [
    {
      work: 'Backend answers → first readiness',
      at: `${nodes} nodes`,
      unit: 's',
      ours: (one.seenMs - one.answeredMs) / 1000,
    },
    ...memoryRows(one, many, nodes),
  ];
}
