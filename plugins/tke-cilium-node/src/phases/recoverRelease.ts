import { ConflictError } from '@backstage/errors';
import { CILIUM_RELEASE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { HelmSession } from '../helm/HelmSession';
import { listReleaseRevisions, ReleaseRevision } from '../helm/releaseStorage';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import { Phase } from './runPhase';

/** Helm without `--wait` is done in seconds. Who is older has died. */
const ABANDONED_AFTER_MS = 30_000;

/**
 * Frees a release that a killed Helm left as `pending-*` or `uninstalling`: Helm itself refuses every
 * operation on it from then on.
 *
 * @remarks
 * Call it with the lock on the cluster. It keeps other runs of this product out, but not a person
 * with a terminal; so a fresh operation is given time to end by itself.
 *
 * @param abandoned - the caller knows that nobody works on it, because it was its own Helm
 * @returns the newest revision afterwards; `undefined` when there is none
 */
export async function recoverRelease(
  phase: Phase,
  helm: HelmSession,
  options: { abandoned: boolean },
): Promise<ReleaseRevision | undefined> {
  const { connection, signal, log } = phase;
  let [newest, ...older] = await listReleaseRevisions(connection.kubernetes, {
    signal,
  });
  if (!newest || !isUnfinished(newest)) {
    return newest;
  }
  if (phase.dryRun) {
    throw new ConflictError(
      `The release ${CILIUM_RELEASE} is ${newest.status} (revision ${newest.revision}), so nothing can be said about an upgrade. A real run frees it first.`,
    );
  }
  const seenAt = Date.now();
  phase.waitingFor(`a Helm operation (${newest.status}) to end`);
  while (
    !options.abandoned &&
    isUnfinished(newest) &&
    Date.now() - Math.min(newest.modifiedAt, seenAt) < ABANDONED_AFTER_MS
  ) {
    await sleepUnlessAborted(1000, signal);
    [newest, ...older] = await listReleaseRevisions(connection.kubernetes, {
      signal,
    });
    if (!newest) {
      return undefined;
    }
  }
  if (!isUnfinished(newest)) {
    return newest;
  }
  const good = older.find(({ status }) =>
    ['deployed', 'superseded'].includes(status),
  );
  if (good && newest.status !== 'uninstalling') {
    log.warn(
      `A Helm operation was killed and left revision ${newest.revision} as ${newest.status}; going back to revision ${good.revision}`,
    );
    await helm.rollback(good.revision);
  } else {
    log.warn(
      `A Helm operation was killed and left revision ${newest.revision} as ${newest.status} with nothing to go back to; removing it`,
    );
    await helm.uninstall();
  }
  const [recovered] = await listReleaseRevisions(connection.kubernetes, {
    signal,
  });
  return recovered;
}

function isUnfinished({ status }: ReleaseRevision): boolean {
  return status.startsWith('pending-') || status === 'uninstalling';
}
