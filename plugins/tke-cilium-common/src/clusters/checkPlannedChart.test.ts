import { getInstallProfile } from '../profiles/installProfiles';
import { checkPlannedChart, PlannedChart } from './checkPlannedChart';

const profile = getInstallProfile('guide-2026-08');

describe('checkPlannedChart', () => {
  it.each<[string, PlannedChart, string, string[]]>([
    ['the newest patch', { version: '1.18.12' }, '1.32.2', []],
    [
      'a version with known faults, which does not block',
      { version: '1.18.3' },
      '1.32.2',
      ['warning version-known-bad'],
    ],
    [
      'a Kubernetes that is too old for it',
      { version: '1.19.6' },
      '1.30.0',
      ['error cluster-version-too-old-for-chart'],
    ],
    [
      'what Helm does not get',
      { version: '1.18.99', failure: 'not found' },
      '1.32.2',
      ['error cluster-chart-not-available'],
    ],
    [
      'what is not a version',
      { version: 'newest', failure: 'not found' },
      '1.32.2',
      ['error chart-version-invalid'],
    ],
  ])('judges %s', (_, chart, kubernetesVersion, expected) => {
    expect(
      checkPlannedChart(chart, { kubernetesVersion, profile }).map(
        ({ severity, code }) => `${severity} ${code}`,
      ),
    ).toEqual(expected);
  });
});
