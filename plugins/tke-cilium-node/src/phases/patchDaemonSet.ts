import type { JsonPatchOperation } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { retryOnConflict } from '../kubernetes/retry';
import { DaemonSet, daemonSet } from '../kubernetes/workloads';
import { Phase } from './runPhase';

/** What a patch did to a DaemonSet. */
export type PatchOutcome = 'absent' | 'already so' | 'changed';

/**
 * Reads a DaemonSet, asks what has to change, and changes exactly that. Starts over when somebody
 * else changed it in between. A dry run lets the server check the patch.
 */
export async function patchDaemonSet(
  phase: Phase,
  name: string,
  buildPatch: (object: DaemonSet) => JsonPatchOperation[],
): Promise<PatchOutcome> {
  const { connection, signal, dryRun } = phase;
  const reference = daemonSet(name);
  phase.waitingFor(`the API server to patch DaemonSet ${name}`);
  return retryOnConflict(
    async () => {
      const object = await connection.kubernetes.get<DaemonSet>(reference, {
        signal,
      });
      if (!object) {
        return 'absent';
      }
      const operations = buildPatch(object);
      if (operations.length === 0) {
        return 'already so';
      }
      await connection.kubernetes.patch(reference, operations, {
        signal,
        dryRun,
      });
      return 'changed';
    },
    { signal },
  );
}
