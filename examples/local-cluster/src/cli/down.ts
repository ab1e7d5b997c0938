import {
  clearDirectory,
  listRecords,
  type ClusterRecord,
} from '../cluster/clusterRecord';
import { findProcesses, isRunning } from '../processes/processes';
import { chooseCluster } from './chooseCluster';
import { removeSupervisorLog } from './supervisor';

// Stopping takes well below a second; a supervisor that needs longer hangs.
const GRACE_MILLISECONDS = 10_000;

/** Stops a cluster, or all that were started with `up`, and removes what crashed ones left. */
export async function down(
  id: string | undefined,
  options: { all?: boolean },
): Promise<void> {
  const records = options.all ? await listRecords() : [await chooseCluster(id)];
  for (const record of records) {
    if (options.all && isRunning(record.owner) && !isSupervised(record)) {
      process.stderr.write(
        `${record.id} is left alone: it belongs to process ${record.owner.pid}\n`,
      );
      continue;
    }
    await stop(record);
    process.stderr.write(`${record.id} is stopped\n`);
  }
}

async function stop(record: ClusterRecord): Promise<void> {
  const { owner, id, directory } = record;
  if (isRunning(owner)) {
    if (!isSupervised(record)) {
      throw new Error(
        `${id} was not started with \`up\`. It belongs to process ${owner.pid} and ends with it.`,
      );
    }
    process.kill(owner.pid, 'SIGTERM');
    const deadline = Date.now() + GRACE_MILLISECONDS;
    while (isRunning(owner)) {
      if (Date.now() > deadline) {
        process.kill(owner.pid, 'SIGKILL');
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
  await clearDirectory(directory);
  await removeSupervisorLog(id);
}

function isSupervised({ id, owner }: ClusterRecord): boolean {
  return findProcesses(`supervise ${id}`).some(({ pid }) => pid === owner.pid);
}
