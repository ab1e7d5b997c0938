import {
  healthyObjects,
  helmReleaseObject,
  NOW,
  secondsAgo,
  snapshotOf,
} from '../../snapshot/fixtures';
import { RELEASE_LABELS } from '../../vocabulary/names';
import {
  without,
  withLabels,
  NOT_INSTALLED,
} from '../__testUtils__/clusterChanges';
import { codes, judgement, Scenario } from '../__testUtils__/judge';
import { evaluateReadiness } from '../evaluateReadiness';

describe('releaseDeployed', () => {
  it.each<Scenario>([
    [
      'an uninstalled release whose history was kept',
      {
        ...NOT_INSTALLED,
        'helm-releases': [helmReleaseObject(1, 'uninstalled')],
      },
      'NotInstalled',
      'False NotInstalled',
      [],
    ],
    [
      'Helm at work',
      {
        ...NOT_INSTALLED,
        'helm-releases': [
          helmReleaseObject(1, 'pending-install', secondsAgo(30)),
        ],
        'cni-config': healthyObjects()['cni-config'],
        'daemon-sets': without('cilium', 'cilium-envoy'),
      },
      'Installing',
      'False ReleasePending',
      [],
    ],
    [
      'a killed Helm',
      {
        'helm-releases': [
          helmReleaseObject(1, 'pending-upgrade', secondsAgo(3600)),
        ],
      },
      'Failed',
      'False ReleasePending',
      ['release-pending-stale'],
    ],
    [
      'a revision that somebody made with Helm by hand',
      {
        'helm-releases': [
          withLabels(helmReleaseObject(3, 'deployed'), {
            [RELEASE_LABELS.revision]: '2',
          }),
        ],
      },
      'Ready',
      'True Deployed',
      ['release-changed-elsewhere'],
    ],
    [
      'a revision that the install made',
      {
        'helm-releases': [
          withLabels(helmReleaseObject(3, 'deployed'), {
            [RELEASE_LABELS.revision]: '3',
          }),
        ],
      },
      'Ready',
      'True Deployed',
      [],
    ],
    [
      'a failed release',
      { 'helm-releases': [helmReleaseObject(3, 'failed')] },
      'Failed',
      'False ReleaseFailed',
      ['release-failed'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('ReleaseDeployed', changes)).toEqual(expected);
  });

  it.each([
    ['guide-2026-08', 'Ready', []],
    ['guide-2025-11', 'Degraded', ['profile-different']],
  ])('expecting the profile %s it is %s', (profile, phase, problems) => {
    const readiness = evaluateReadiness(snapshotOf(), { now: NOW, profile });
    expect(readiness.phase).toBe(phase);
    expect(codes(readiness)).toEqual(problems);
  });
});
