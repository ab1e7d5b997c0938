import { withClusterLock } from '../kubernetes/ClusterLock';
import { Phase } from './runPhase';

/**
 * Runs what changes a cluster while nobody else does. A dry run changes nothing and needs no lock.
 */
export async function withPhaseLock<T>(
  phase: Phase,
  purpose: string,
  work: (phase: Phase) => Promise<T>,
): Promise<T> {
  if (phase.dryRun) {
    return work(phase);
  }
  phase.waitingFor('the lock on the cluster');
  return withClusterLock(
    {
      client: phase.connection.kubernetes,
      purpose,
      signal: phase.signal,
      log: message => phase.log.info(message),
    },
    signal => work({ ...phase, signal }),
  );
}
