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
 * Lets the cluster grow step by step, and measures at each. A scenario that
 * fails does not take the others with it.
 *
 * @param save - called after each step: a run is long, and may not come to its end
 */
export async function runSteps(
  scale: Scale,
  save: (outcome: Outcome) => Promise<void>,
): Promise<Outcome> {
  let started: Promise<BenchCluster> | undefined;
  const growTo = async (nodes: number) => {
    started ??= BenchCluster.start();
    const cluster = await started;
    await cluster.growTo(nodes);
    return cluster;
  };
  const outcome: Outcome = { rows: [], failures: [] };
  try {
    for (const step of scale.plan) {
      const cluster = () => growTo(step.nodes);
      await runStep(step, { scale, cluster }, outcome);
      await save(outcome);
    }
    return outcome;
  } finally {
    await stopStarted(started);
  }
}

async function runStep(
  { nodes, scenarios }: Step,
  stand: Omit<Bench, 'backend'>,
  { rows, failures }: Outcome,
): Promise<void> {
  let started: Promise<BenchBackend> | undefined;
  const backend = () => {
    started ??= stand.cluster().then(startBackend);
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
  await stopStarted(started);
}

async function startBackend(cluster: BenchCluster): Promise<BenchBackend> {
  const backend = await BenchBackend.start(cluster, 1);
  await backend.untilAllAreSeen(cluster.nodes);
  return backend;
}

async function stopStarted(
  started: Promise<{ stop(): Promise<void> }> | undefined,
): Promise<void> {
  // What did not start was told when a scenario asked for it.
  const running = await started?.catch(() => undefined);
  await running?.stop();
}
