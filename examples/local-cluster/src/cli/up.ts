import { join } from 'node:path';
import { CLUSTERS_DIRECTORY } from '../cluster/clusterDirectory';
import { readRecord } from '../cluster/clusterRecord';
import { checkClusterId, randomClusterId } from '../clusterId';
import { isRunning, type ProcessIdentity } from '../processes/processes';
import { readSupervisorLog, startSupervisor } from './supervisor';
import { argumentsOf, type UpOptions } from './upOptions';

const POLL_MILLISECONDS = 100;

/**
 * Starts a cluster in the background and prints the path of its kubeconfig when it can be used; when
 * it is running already, only prints the path.
 */
export async function up(
  id: string = randomClusterId(),
  options: UpOptions,
): Promise<void> {
  checkClusterId(id);
  const directory = join(CLUSTERS_DIRECTORY, id);
  const present = await readRecord(directory);
  if (present && isRunning(present.owner)) {
    process.stderr.write(`${id} is running already\n`);
    await untilReady(id, directory, present.owner);
  } else {
    const started = Date.now();
    await untilReady(id, directory, startSupervisor(id, argumentsOf(options)));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stderr.write(`${id} is ready after ${seconds} s\n`);
  }
  process.stdout.write(`${join(directory, 'kubeconfig')}\n`);
}

async function untilReady(
  id: string,
  directory: string,
  owner: ProcessIdentity,
): Promise<void> {
  let shown = 0;
  for (;;) {
    const log = await readSupervisorLog(id);
    process.stderr.write(log.slice(shown));
    shown = log.length;
    const record = await readRecord(directory);
    if (record?.ready && record.owner.pid === owner.pid) {
      return;
    }
    if (!isRunning(owner)) {
      throw new Error(`${id} did not start; why is written above.`);
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MILLISECONDS));
  }
}
