import { RELEASE_LABELS } from '../../vocabulary/names';
import { textMapAt } from '../json';
import { HelmReleaseFacts } from '../types';

/**
 * What the labels of one of Helm's storage objects say.
 *
 * @remarks
 * Helm's storage driver labels each revision with `status`, `version` (the revision), and
 * `createdAt` or, once changed, `modifiedAt` in Unix seconds.
 *
 * @returns `undefined` when it is no storage object of Helm
 * @public
 */
export function reduceHelmRelease(
  object: unknown,
): HelmReleaseFacts | undefined {
  const labels = textMapAt(object, 'metadata', 'labels');
  const revision = Number(labels.version);
  if (!Number.isInteger(revision) || !labels.status) {
    return undefined;
  }
  const seconds = Number(labels.modifiedAt ?? labels.createdAt);
  return {
    revision,
    status: labels.status,
    profile: labels[RELEASE_LABELS.profile],
    chartVersion: labels[RELEASE_LABELS.chartVersion],
    installedRevision: Number(labels[RELEASE_LABELS.revision]) || undefined,
    modifiedAt:
      seconds > 0 ? new Date(seconds * 1000).toISOString() : undefined,
  };
}
