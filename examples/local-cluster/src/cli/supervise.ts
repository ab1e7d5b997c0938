import { startLocalCluster } from '../cluster/startLocalCluster';
import { seedOf, type UpOptions } from './upOptions';

/**
 * Keeps a cluster running until it gets SIGTERM. What `up` starts in the background; its output is the
 * cluster's log.
 */
export async function supervise(id: string, options: UpOptions): Promise<void> {
  const log = (line: string) =>
    process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  // Before anything runs, so that a `down` during the start is not lost.
  const asked = new Promise<void>(resolve => {
    process.once('SIGTERM', () => resolve());
  });
  const cluster = await startLocalCluster({
    id,
    seed: seedOf(options),
    simulator: options.simulator,
    log,
  });
  log(`${id} is ready`);
  // Nothing that a cluster consists of keeps its owner alive.
  const alive = setInterval(() => {}, 60_000);
  await asked;
  clearInterval(alive);
  log(`${id} stops`);
  await cluster.stop();
}
