import { print } from '../print';
import type { Row } from './results/Row';
import type { Scale, Step } from './scale';
import type { Bench } from './scenarios/Scenario';
import { SCENARIOS } from './scenarios/scenarios';
import { BenchBackend } from './stand/BenchBackend';
import { BenchCluster } from './stand/BenchCluster';

/** What a run measured, and what it could not. */
export type Outcome = { rows: Row[]; failures: string[] };

/**
 * Starts the cluster, lets it grow step by step, and measures at each. A
 * scenario that fails does not take the others with it.
 *
 * @param save - called after each step: a run is long, and may not come to its end
 */
export async function runSteps(
  scale: Scale,
  save: (outcome: Outcome) => Promise<void>,
): Promise<Outcome> {
  const cluster = await BenchCluster.start();
  const outcome: Outcome = { rows: [], failures: [] };
  try {
    for (const step of scale.plan) {
      await cluster.growTo(step.nodes);
      await runStep(step, { scale, cluster }, outcome);
      await save(outcome);
    }
    return outcome;
  } finally {
    await cluster.stop();
  }
}

async function runStep(
  { nodes, scenarios }: Step,
  stand: Omit<Bench, 'backend'>,
  { rows, failures }: Outcome,
): Promise<void> {
  let started: Promise<BenchBackend> | undefined;
  const backend = () => {
    started ??= startBackend(stand.cluster);
    return started;
  };
  for (const name of scenarios) {
    try {
      rows.push(...(await SCENARIOS[name]({ ...stand, backend })));
    } catch (error) {
      const failure = `${name} on ${nodes} nodes: ${error}`;
      print(`Failed: ${failure}`);
      failures.push(failure);
    }
  }
  await started?.then(
    running => running.stop(),
    () => {},
  );
}

async function startBackend(cluster: BenchCluster): Promise<BenchBackend> {
  const backend = await BenchBackend.start(cluster, 1);
  await backend.untilAllAreSeen(cluster.nodes);
  return backend;
}
