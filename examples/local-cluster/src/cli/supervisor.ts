import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CLUSTERS_DIRECTORY } from '../cluster/clusterDirectory';
import { identifyProcess, type ProcessIdentity } from '../processes/processes';

/** Where a supervisor's output goes. Beside the cluster's directory, which is made anew. */
export function supervisorLogPath(id: string): string {
  return join(CLUSTERS_DIRECTORY, `${id}.log`);
}

/** Starts `supervise` in the background, out of reach of this terminal. */
export function startSupervisor(id: string, args: string[]): ProcessIdentity {
  mkdirSync(CLUSTERS_DIRECTORY, { recursive: true });
  const log = openSync(supervisorLogPath(id), 'w');
  const child = spawn(
    process.execPath,
    // The flags of this process load TypeScript.
    [...process.execArgv, process.argv[1], 'supervise', id, ...args],
    { detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.unref();
  const identity = identifyProcess(child.pid ?? 0);
  if (!identity) {
    throw new Error(`${process.execPath} could not be started.`);
  }
  return identity;
}

/** Everything a supervisor has written. */
export async function readSupervisorLog(id: string): Promise<string> {
  return readFile(supervisorLogPath(id), 'utf8').catch(() => '');
}

/** Removes the log of a supervisor that ended well. */
export async function removeSupervisorLog(id: string): Promise<void> {
  await rm(supervisorLogPath(id), { force: true });
}
