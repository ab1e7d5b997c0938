import type { Row } from './results/Row';
import type { Scale, Step } from './scale';
import { SCENARIOS } from './scenarios/scenarios';
import { BenchBackend } from './stand/BenchBackend';
import { BenchCluster } from './stand/BenchCluster';

/** Starts the cluster, lets it grow step by step, and measures at each. */
export async function runSteps(scale: Scale): Promise<Row[]> {
  const cluster = await BenchCluster.start();
  try {
    const rows: Row[] = [];
    for (const step of scale.plan) {
      await cluster.growTo(step.nodes);
      rows.push(...(await runStep(step, scale, cluster)));
    }
    return rows;
  } finally {
    await cluster.stop();
  }
}

async function runStep(
  { scenarios }: Step,
  scale: Scale,
  cluster: BenchCluster,
): Promise<Row[]> {
  let started: Promise<BenchBackend> | undefined;
  const backend = () => {
    started ??= startBackend(cluster);
    return started;
  };
  const rows: Row[] = [];
  try {
    for (const name of scenarios) {
      rows.push(...(await SCENARIOS[name]({ scale, cluster, backend })));
    }
  } finally {
    await (await started)?.stop();
  }
  return rows;
}

async function startBackend(cluster: BenchCluster): Promise<BenchBackend> {
  const backend = await BenchBackend.start(cluster, 1);
  await backend.untilAllAreSeen(cluster.nodes);
  return backend;
}
