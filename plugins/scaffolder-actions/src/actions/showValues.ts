import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  redactHelmValues,
  redactHelmValuesDifferences,
  tkeCiliumClusterReadPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  HelmClient,
  showChartValues,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { installFields } from '../schema/installFields';
import { readInstallInput } from '../schema/readInstallInput';
import { differencesField, valuesField } from '../schema/valuesFields';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './showValues.examples';

/** `tke:cilium:show-values` */
export function createShowValuesAction(
  dependencies: ActionDependencies & { helm: HelmClient },
) {
  return createTemplateAction({
    id: 'tke:cilium:show-values',
    description:
      "Shows the Helm values that tke:cilium:install would use with the same input, and where they differ from the chart's own and from the profile's. Changes nothing. Private keys, passwords and tokens are left out.",
    examples,
    supportsDryRun: true,
    schema: {
      input: { ...clusterFields, ...installFields },
      output: {
        ...phaseFields,
        chartVersion: z => z.string({ description: 'Version of the chart.' }),
        values: valuesField('What Helm would get.'),
        effectiveValues: valuesField(
          "What the chart's templates would see: its own values with those above merged in.",
        ),
        differencesFromChart: differencesField(
          "Where the effective values (right) differ from the chart's own (left).",
        ),
        differencesFromProfile: differencesField(
          "Where the values (right) differ from the profile's (left).",
        ),
      },
    },
    async handler(ctx) {
      const request = readInstallInput(ctx.input);
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterReadPermission,
      );
      const result = await showChartValues(phase, {
        helm: dependencies.helm,
        ...request,
      });
      const differencesFromProfile = redactHelmValuesDifferences(
        result.differencesFromProfile,
      );
      for (const { path, left, right } of differencesFromProfile) {
        ctx.logger.info(
          `${path}: ${JSON.stringify(right) ?? 'taken out'} (profile: ${
            JSON.stringify(left) ?? 'not set'
          })`,
        );
      }
      ctx.output('chartVersion', result.chartVersion);
      ctx.output('values', redactHelmValues(result.values));
      ctx.output('effectiveValues', redactHelmValues(result.effectiveValues));
      ctx.output(
        'differencesFromChart',
        redactHelmValuesDifferences(result.differencesFromChart),
      );
      ctx.output('differencesFromProfile', differencesFromProfile);
      reportPhase(ctx, result, clusterUid);
    },
  });
}
