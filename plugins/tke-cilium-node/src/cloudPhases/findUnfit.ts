import {
  checkClusterSurroundings,
  checkPlannedChart,
  type ClusterInput,
  type Problem,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { HelmClient } from '../helm/HelmClient';
import type { CloudPhase } from './CloudPhase';
import { readSurroundings } from './readSurroundings';

/** A version of Cilium's chart, and the Helm that is going to install it. @public */
export type PlannedChartSource = { version: string; helm: HelmClient };

/** Whatever the account or Helm does not have that a new cluster, or what follows it, needs. */
export async function findUnfit(
  phase: CloudPhase,
  wanted: ClusterInput,
  chart: PlannedChartSource | undefined,
): Promise<Problem[]> {
  const [surroundings, failure] = await Promise.all([
    readSurroundings(phase, wanted),
    chart?.helm.whyNoChart('cilium', chart.version, phase.signal),
  ]);
  return [
    ...checkClusterSurroundings(wanted, surroundings),
    ...(chart
      ? checkPlannedChart({ version: chart.version, failure }, wanted)
      : []),
  ];
}
