import { GRACE, isWithin } from '../grace';
import { hasRelease, notInstalled } from '../installation';
import { HelmReleaseFacts } from '../../snapshot/types';
import { createProblem } from '../problems/catalogue';
import { Problem } from '../types';
import { fails, holds, Rule, unknownWithout } from '../verdict';

/**
 * The newest revision of the Helm release is deployed, with the expected profile if one is.
 *
 * @remarks
 * Values live in a Secret whose content no observer reads. That they may have drifted is seen from
 * the labels: the install notes there which revision it made.
 */
export const releaseDeployed: Rule = (snapshot, { now, profile }) => {
  const gap =
    unknownWithout(snapshot, 'helmReleases') ?? notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const release = snapshot.helmRelease;
  if (!release || !hasRelease(snapshot)) {
    return fails(
      'ReleaseMissing',
      'There is no Helm release cilium in kube-system.',
    );
  }
  const { revision, status, modifiedAt } = release;
  const message = `Revision ${revision} of the Helm release cilium is ${status}.`;
  if (status === 'deployed') {
    if (!profile || release.profile === profile) {
      return {
        ...holds('Deployed', message),
        problems: changedElsewhere(release),
      };
    }
    const problem = createProblem('profile-different', {
      expected: profile,
      found: release.profile ?? 'unknown',
    });
    return fails('ProfileDifferent', problem.message, [problem]);
  }
  if (status === 'failed') {
    return fails('ReleaseFailed', message, [
      createProblem('release-failed', { revision }),
    ]);
  }
  if (status.startsWith('pending-')) {
    return fails(
      'ReleasePending',
      message,
      isWithin(GRACE.helm, modifiedAt, now)
        ? []
        : [createProblem('release-pending-stale', { revision, status })],
    );
  }
  return fails('ReleaseNotDeployed', message);
};

function changedElsewhere({
  revision,
  installedRevision: installed = revision,
}: HelmReleaseFacts): Problem[] {
  return installed === revision
    ? []
    : [createProblem('release-changed-elsewhere', { revision, installed })];
}
