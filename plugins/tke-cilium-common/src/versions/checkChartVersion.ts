import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { findNewerPatch, findVersionAdvisories } from './advisories';
import { judgeKubernetesVersion } from './kubernetesCompatibility';
import { parseVersion } from './version';

/** Input of {@link checkChartVersion}. @public */
export type ChartVersionCheckInput = {
  chartVersion: string;
  /** `undefined`: not known, and then not judged. */
  kubernetesVersion?: string;
  /** Oldest Kubernetes that the install profile accepts. */
  minimumKubernetesVersion: string;
};

/**
 * Whether a version of the chart can be installed: known faults, newer patches, Kubernetes.
 *
 * @public
 */
export function checkChartVersion({
  chartVersion,
  kubernetesVersion,
  minimumKubernetesVersion,
}: ChartVersionCheckInput): Problem[] {
  if (!parseVersion(chartVersion)) {
    return [createFinding('chart-version-invalid', { chartVersion })];
  }
  return [
    ...(kubernetesVersion === undefined
      ? []
      : checkKubernetesVersion(
          chartVersion,
          kubernetesVersion,
          minimumKubernetesVersion,
        )),
    ...checkKnownFaults(chartVersion),
  ];
}

function checkKubernetesVersion(
  chartVersion: string,
  kubernetesVersion: string,
  floor: string,
): Problem[] {
  const versions = { kubernetesVersion, chartVersion };
  const judgement = judgeKubernetesVersion(
    kubernetesVersion,
    chartVersion,
    floor,
  );
  switch (judgement.verdict) {
    case 'too-old':
      return [
        createFinding('kubernetes-version-too-old', {
          ...versions,
          minimum: judgement.minimum,
        }),
      ];
    case 'untested':
      return [
        createFinding('kubernetes-version-untested', {
          ...versions,
          tested: `${judgement.from}–${judgement.to}`,
        }),
      ];
    case 'unknown':
      return [createFinding('kubernetes-compatibility-unknown', versions)];
    default:
      return [];
  }
}

/** A warning before an install, where it is easy to take another version. */
function checkKnownFaults(version: string): Problem[] {
  const advisories = findVersionAdvisories(version);
  const newest = findNewerPatch(version);
  if (advisories.length > 0) {
    return [
      createFinding(
        'version-known-bad',
        {
          version,
          fixedIn: newest ?? advisories[advisories.length - 1].fixedIn,
          defects: advisories
            .map(({ id, description }) => `${id}: ${description}`)
            .join(' '),
        },
        'warning',
      ),
    ];
  }
  return newest
    ? [createFinding('newer-patch-available', { version, newest })]
    : [];
}
