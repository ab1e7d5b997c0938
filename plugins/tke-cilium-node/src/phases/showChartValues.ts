import {
  applyChartDefaults,
  buildCiliumValues,
  diffHelmValues,
  type HelmValues,
  type HelmValuesDifference,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { HelmClient } from '../helm/HelmClient';
import { PhaseContext, PhaseResult } from './Phase';
import { CiliumInstallInput, resolveInstall } from './resolveInstall';
import { runPhase } from './runPhase';

/** Input of {@link showChartValues}. @public */
export type ShowChartValuesInput = CiliumInstallInput & { helm: HelmClient };

/** Outcome of {@link showChartValues}. @public */
export type ShowChartValuesResult = PhaseResult & {
  chartVersion: string;
  /** The chart's own `values.yaml`. */
  chartValues: HelmValues;
  /** What an install with this input would give to Helm. */
  values: HelmValues;
  /** What the chart's templates would see. */
  effectiveValues: HelmValues;
  /** `left`: the chart's own, `right`: the effective ones. */
  differencesFromChart: HelmValuesDifference[];
  /** `left`: the profile's, `right`: the ones that an install would use. */
  differencesFromProfile: HelmValuesDifference[];
};

/**
 * Shows the values that an install would use, and where they differ from the chart's and from the
 * profile's (the guide, "如何查看 Cilium 全部的默认安装配置？"). Changes nothing.
 *
 * @public
 */
export async function showChartValues(
  context: PhaseContext,
  input: ShowChartValuesInput,
): Promise<ShowChartValuesResult> {
  return runPhase('tke:cilium:show-values', context, async phase => {
    const { profile, chartVersion, apiServer, values } = await resolveInstall(
      phase,
      input,
    );
    const chartValues = await input.helm.session(
      {
        signal: phase.signal,
        log: line => phase.log.info(`helm: ${line}`),
      },
      async helm =>
        helm.chartValues(
          await helm.fetchChart(input.chart, 'cilium', chartVersion),
        ),
    );
    const effectiveValues = applyChartDefaults(values, chartValues);
    const differencesFromChart = diffHelmValues(chartValues, effectiveValues);
    const differencesFromProfile = diffHelmValues(
      buildCiliumValues({ profile, apiServer }),
      values,
    );
    return {
      changed: false,
      chartVersion,
      chartValues,
      values,
      effectiveValues,
      differencesFromChart,
      differencesFromProfile,
      summary: `Cilium ${chartVersion}: ${differencesFromChart.length} values differ from the chart's, ${differencesFromProfile.length} from those of profile ${profile.name}`,
    };
  });
}
