import { print } from '../../print';
import { median, percentile } from '../results/percentile';
import type { Row } from '../results/Row';
import type { Bench } from './Scenario';

const QUESTIONS = 200;

/** What `cilium status` took on 1000 nodes, measured once and by hand. */
const CILIUM_STATUS = { nodes: 1000, milliseconds: 15_000 };

/** How long the whole verdict on a cluster takes. */
export async function measureVerdict(bench: Bench): Promise<Row[]> {
  const cluster = await bench.cluster();
  const backend = await bench.backend();
  print(`Asking for the whole verdict, ${QUESTIONS} times`);
  await backend.cluster();
  const samples: number[] = [];
  for (let index = 0; index < QUESTIONS; index += 1) {
    const startedMs = performance.now();
    await backend.cluster();
    samples.push(performance.now() - startedMs);
  }
  const at = `${cluster.nodes} nodes`;
  const isComparable = cluster.nodes === CILIUM_STATUS.nodes;
  return [
    {
      work: 'Full verdict, median',
      at,
      unit: 'ms',
      ...(isComparable && {
        peer: CILIUM_STATUS.milliseconds,
        note: 'The peer is `cilium status` (2017 requests), which this run does not run: measured before, on a cluster of this kind and size.',
      }),
      ours: median(samples),
      target: 50,
    },
    {
      work: 'Full verdict, p99',
      at,
      unit: 'ms',
      ours: percentile(samples, 99),
    },
  ];
}
