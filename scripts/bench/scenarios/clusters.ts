import { print } from '../../print';
import { memoryRows } from '../results/memoryRows';
import type { Row } from '../results/Row';
import {
  watchClustersAtRest,
  type WatchedAtRest,
} from '../stand/watchClusters';
import type { Bench } from './Scenario';

/** What watching one or many clusters costs. All are the same one, under many ids. */
export async function measureClusters(bench: Bench): Promise<Row[]> {
  const { scale } = bench;
  const cluster = await bench.cluster();
  const watched: WatchedAtRest[] = [];
  for (const clusters of scale.clusters) {
    print(`A backend that watches clusters: ${clusters}`);
    watched.push(await watchClustersAtRest(cluster, clusters, scale.windowMs));
  }
  const [one, ...more] = watched;
  return [
    ...watched.flatMap(each => toRows(each, cluster.nodes)),
    ...more.flatMap(many => memoryRows(one, many, cluster.nodes)),
  ];
}

function toRows(watched: WatchedAtRest, nodes: number): Row[] {
  const { clusters, answeredMs, seenMs, rest } = watched;
  const at = `${nodes} nodes, ${clusters} clusters`;
  return [
    {
      work: 'Process starts → Backstage answers',
      at,
      unit: 's',
      ours: answeredMs / 1000,
    },
    {
      work: 'Backstage answers → readiness of all clusters',
      at,
      unit: 's',
      ours: (seenMs - answeredMs) / 1000,
    },
    {
      work: 'API requests per minute, at rest',
      at,
      unit: '',
      ours: rest.requestsPerMinute,
    },
    {
      work: 'API server → backend at rest, per cluster and minute',
      at,
      unit: 'MB',
      ours: rest.bytesPerMinute / clusters / 1_000_000,
      target: 0.1,
    },
    {
      work: 'Backend CPU at rest, per minute',
      at,
      unit: 's',
      ours: rest.cpuPerMinute,
    },
  ];
}
