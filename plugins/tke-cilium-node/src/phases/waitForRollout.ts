import { ConflictError } from '@backstage/errors';
import { DaemonSet, daemonSet, isObserved } from '../kubernetes/workloads';
import { missingDaemonSet } from './missingDaemonSet';
import { Phase } from './runPhase';
import { waitUntil } from './waitUntil';

/**
 * Waits until every pod of a DaemonSet runs its newest template and is available, as
 * `kubectl rollout status` does. With no nodes there is nothing to wait for.
 *
 * @param notBegun - what the template lacks as long as somebody else has not changed it
 */
export async function waitForRollout(
  phase: Phase,
  name: string,
  timeoutMs: number,
  notBegun: (object: DaemonSet) => string | undefined = () => undefined,
): Promise<void> {
  await waitUntil(phase, {
    what: `the rollout of DaemonSet ${name}`,
    timeoutMs,
    remedy: `Look at the pods of DaemonSet kube-system/${name}, then run the phase again.`,
    check: async () => {
      const object = await phase.connection.kubernetes.get<DaemonSet>(
        daemonSet(name),
        { signal: phase.signal },
      );
      if (!object) {
        throw missingDaemonSet(name, 'It was removed during its rollout.');
      }
      if (object.spec.updateStrategy?.type === 'OnDelete') {
        throw new ConflictError(
          `DaemonSet kube-system/${name} has the update strategy OnDelete, so its pods never change by themselves. Delete its pods one by one, then run the phase again.`,
        );
      }
      const {
        desiredNumberScheduled: desired = 0,
        updatedNumberScheduled: updated = 0,
        numberAvailable: available = 0,
      } = object.status ?? {};
      const lacking = notBegun(object);
      if (lacking || !isObserved(object)) {
        return { done: false, message: lacking ?? 'it has not started' };
      }
      return updated >= desired && available >= desired
        ? { done: true, value: undefined }
        : {
            done: false,
            message: `${updated} of ${desired} pods are updated, ${available} available`,
          };
    },
  });
}
