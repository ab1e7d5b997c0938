import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DEFAULT_INSTALL_PROFILE,
  tkeCiliumClusterReadPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  HelmClient,
  runPreflight,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { profileField } from '../schema/installFields';
import { problemsField } from '../schema/problemsField';
import { assertNothingBlocks } from '../task/assertNothingBlocks';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './preflight.examples';

/** `tke:cilium:preflight` */
export function createPreflightAction(
  dependencies: ActionDependencies & { helm: HelmClient },
) {
  return createTemplateAction({
    id: 'tke:cilium:preflight',
    description:
      'Checks every prerequisite of installing Cilium on a TKE cluster, Helm first, and reports all findings at once. Changes nothing. Fails when a finding blocks the installation.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        ...profileField,
        chartVersion: z =>
          z
            .string({
              description:
                'Version of the Cilium chart that is going to be installed. Default: the version of the profile.',
            })
            .optional(),
        existingNodes: z =>
          z
            .enum(['refuse', 'accept'], {
              description:
                'Whether nodes that were there before Cilium block the installation. Default: refuse.',
            })
            .optional(),
      },
      output: {
        ...phaseFields,
        ...problemsField,
        clusterId: z =>
          z.string({
            description: 'The cluster id, for the steps that follow.',
          }),
        disableTkeComponents: z =>
          z.enum(['before-install', 'after-install'], {
            description:
              'When tke:cilium:disable-tke-components has to run on this cluster.',
          }),
      },
    },
    async handler(ctx) {
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterReadPermission,
      );
      const result = await runPreflight(phase, {
        profile: ctx.input.profile ?? DEFAULT_INSTALL_PROFILE,
        chartVersion: ctx.input.chartVersion || undefined,
        existingNodes: ctx.input.existingNodes,
        helm: dependencies.helm,
      });
      ctx.output('problems', result.problems);
      ctx.output('clusterId', ctx.input.clusterId);
      ctx.output('disableTkeComponents', result.disableTkeComponents);
      reportPhase(ctx, result, clusterUid);
      assertNothingBlocks(result);
    },
  });
}
