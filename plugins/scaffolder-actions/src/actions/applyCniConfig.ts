import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { applyCniConfig } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { reportPhase } from '../task/reportPhase';
import { examples } from './applyCniConfig.examples';

/** `tke:cilium:apply-cni-config` */
export function createApplyCniConfigAction(dependencies: ActionDependencies) {
  return createTemplateAction({
    id: 'tke:cilium:apply-cni-config',
    description:
      'Writes the CNI configuration that chains Cilium behind VPC-CNI: the ConfigMap kube-system/cni-config, which every Cilium agent mounts. Does nothing when it is already so.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        force: z =>
          z
            .boolean({
              description:
                'Take the ConfigMap over when somebody else wrote another content into it. Default: false.',
            })
            .optional(),
      },
      output: { ...phaseFields },
    },
    async handler(ctx) {
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      const result = await applyCniConfig(phase, { force: ctx.input.force });
      reportPhase(ctx, result, clusterUid);
    },
  });
}
