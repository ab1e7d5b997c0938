import { checkChartVersion } from './checkChartVersion';
import { findNewerPatch, findVersionAdvisories } from './advisories';

const check = (chartVersion: string, kubernetesVersion?: string) =>
  checkChartVersion({
    chartVersion,
    kubernetesVersion,
    minimumKubernetesVersion: '1.30.0',
  }).map(({ code, severity }) => `${severity} ${code}`);

it.each([
  ['1.18.12', 'v1.32.2-tke.6', []],
  ['1.18.12', undefined, []],
  ['1.18.12', 'v1.30.0-tke.1', []],
  ['1.18.12', 'v1.33.9', []],
  ['1.18.12', 'v1.29.9', ['error kubernetes-version-too-old']],
  ['1.18.12', 'v1.34.4-tke.1', ['warning kubernetes-version-untested']],
  ['1.19.6', 'v1.31.1', ['error kubernetes-version-too-old']],
  ['1.19.6', 'v1.34.1', ['warning kubernetes-compatibility-unknown']],
  ['1.20.0', 'v1.34.1', ['warning kubernetes-compatibility-unknown']],
  ['1.20.0', 'v1.29.0', ['error kubernetes-version-too-old']],
  ['1.18.3', 'v1.32.2', ['warning version-known-bad']],
  ['1.18.9', 'v1.32.2', ['warning version-known-bad']],
  ['1.18.10', 'v1.32.2', ['info newer-patch-available']],
  ['1.18.99', 'v1.32.2', []],
  ['latest', 'v1.32.2', ['error chart-version-invalid']],
])('chart %s on Kubernetes %s', (chart, kubernetes, findings) => {
  expect(check(chart, kubernetes)).toEqual(findings);
});

it('names each fault and the patch to take', () => {
  const [finding] = checkChartVersion({
    chartVersion: '1.18.6',
    minimumKubernetesVersion: '1.30.0',
  });
  expect(finding.parameters).toMatchObject({ fixedIn: '1.18.12' });
  expect(finding.message).toContain('cilium#43620');
  expect(finding.message).not.toContain('cilium#42856');
});

it.each([
  [
    'v1.18.3',
    [
      'cilium#42856',
      'cilium#43566',
      'cilium#43620',
      'cilium#43999',
      'cilium#44526',
    ],
  ],
  ['1.18.6', ['cilium#43620', 'cilium#43999', 'cilium#44526']],
  ['1.18.9', ['cilium#44526']],
  ['1.18.10', []],
  ['1.18.10-rc.1', ['cilium#44526']],
  ['1.19.0', []],
  ['latest', []],
])('the known faults of %s', (version, ids) => {
  expect(findVersionAdvisories(version).map(({ id }) => id)).toEqual(ids);
});

it.each([
  ['1.18.3', '1.18.12'],
  ['1.18.12', undefined],
  ['1.17.0', undefined],
  ['latest', undefined],
])('the newer patch of %s', (version, patch) => {
  expect(findNewerPatch(version)).toBe(patch);
});
