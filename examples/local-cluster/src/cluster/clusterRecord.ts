import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { STOP_ORDER } from '../controlPlane/components';
import {
  findProcesses,
  identifyProcess,
  isRunning,
  type ProcessIdentity,
} from '../processes/processes';
import { CLUSTERS_DIRECTORY } from './clusterDirectory';

/** What any process can learn about a local cluster from its directory. */
export type ClusterRecord = {
  id: string;
  directory: string;
  /** Whether somebody plays TKE and Cilium. */
  simulator: boolean;
  /** The process that keeps it running. */
  owner: ProcessIdentity;
  /** Set when it can be used. */
  ready: boolean;
};

const FILE = 'cluster.json';

/**
 * Takes the directory for a new cluster of this process, and clears away what a crash left in it.
 *
 * @throws Error when a cluster in it is running.
 */
export async function claimDirectory(
  record: Omit<ClusterRecord, 'owner' | 'ready'>,
): Promise<void> {
  const { directory, id } = record;
  const present = await readRecord(directory);
  if (present && isRunning(present.owner)) {
    throw new Error(
      `The cluster ${id} is running already, kept by process ${present.owner.pid}. Stop that, or choose another id.`,
    );
  }
  await clearDirectory(directory);
  await mkdir(dirname(directory), { recursive: true });
  await mkdir(directory, { mode: 0o700 });
  await writeRecord({ ...record, ready: false });
}

/** Says that the cluster can be used. */
export async function markReady(
  record: Omit<ClusterRecord, 'owner' | 'ready'>,
): Promise<void> {
  await writeRecord({ ...record, ready: true });
}

/** Ends the components of a dead cluster that still run, and removes its directory. */
export async function clearDirectory(directory: string): Promise<void> {
  for (const pid of findComponents(directory)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
  }
  // A killed process may still be writing its last file.
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}

/** Ids of the processes that are components of the cluster in this directory. */
export function findComponents(directory: string): number[] {
  // By the name of the program as well: somebody's kubectl may use the same kubeconfig.
  const program = new RegExp(`/(${STOP_ORDER.join('|')})(-[^/ ]*)? --`);
  return findProcesses(`=${directory}/`)
    .filter(({ command }) => program.test(command))
    .map(({ pid }) => pid);
}

/** The record in a directory, or `undefined` when there is none. */
export async function readRecord(
  directory: string,
): Promise<ClusterRecord | undefined> {
  try {
    return JSON.parse(await readFile(join(directory, FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** All clusters in the repository's directory, also those that a crash left behind. */
export async function listRecords(): Promise<ClusterRecord[]> {
  const entries = await readdir(CLUSTERS_DIRECTORY).catch(() => []);
  const records = await Promise.all(
    entries.sort().map(entry => readRecord(join(CLUSTERS_DIRECTORY, entry))),
  );
  return records.flatMap(record => record ?? []);
}

async function writeRecord(
  record: Omit<ClusterRecord, 'owner'>,
): Promise<void> {
  const owner = identifyProcess(process.pid);
  await writeFile(
    join(record.directory, FILE),
    JSON.stringify({ ...record, owner }, undefined, 2),
  );
}
