import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { checkChartVersion } from '../versions/checkChartVersion';
import { judgeKubernetesVersion } from '../versions/kubernetesCompatibility';
import { parseVersion } from '../versions/version';
import { ClusterInput } from './clusterInput';

/** The chart that is going to be installed on a cluster that is not there yet. @public */
export type PlannedChart = {
  version: string;
  /** Why Helm does not get it; `undefined` when it does. */
  failure?: string;
};

/**
 * Checks whether a chart can be had, and goes with the Kubernetes of a new cluster. What does not
 * block is said too: it is easiest to choose another version while there is no cluster.
 *
 * @public
 */
export function checkPlannedChart(
  { version: chartVersion, failure }: PlannedChart,
  {
    kubernetesVersion,
    profile,
  }: Pick<ClusterInput, 'kubernetesVersion' | 'profile'>,
): Problem[] {
  const { minimumKubernetesVersion } = profile;
  const judgement = judgeKubernetesVersion(
    kubernetesVersion,
    chartVersion,
    minimumKubernetesVersion,
  );
  return [
    ...checkChartVersion({ chartVersion, minimumKubernetesVersion }),
    ...(judgement.verdict === 'too-old'
      ? [
          createFinding('cluster-version-too-old-for-chart', {
            version: kubernetesVersion,
            chartVersion,
            minimum: judgement.minimum,
          }),
        ]
      : []),
    // Of what is not a version Helm does not say more.
    ...(parseVersion(chartVersion) && failure !== undefined
      ? [
          createFinding('cluster-chart-not-available', {
            chartVersion,
            detail: failure,
          }),
        ]
      : []),
  ];
}
