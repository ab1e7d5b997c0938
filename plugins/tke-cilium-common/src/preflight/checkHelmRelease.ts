import { createFinding } from './findings';
import { Problem } from '../readiness/types';
import { ClusterSnapshot } from '../snapshot/types';

/** Whether an earlier run of Helm left the release in a state that needs attention. */
export function checkHelmRelease({ helmRelease }: ClusterSnapshot): Problem[] {
  if (!helmRelease) {
    return [];
  }
  const { revision, status } = helmRelease;
  if (status.startsWith('pending-')) {
    return [createFinding('release-pending', { revision, status })];
  }
  if (status === 'uninstalling') {
    return [createFinding('release-uninstalling', { revision })];
  }
  // Only a warning: the next install goes on from a failed revision.
  return status === 'failed'
    ? [createFinding('release-failed', { revision }, 'warning')]
    : [];
}
