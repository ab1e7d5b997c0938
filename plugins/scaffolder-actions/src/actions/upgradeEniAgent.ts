import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { upgradeEniAgent } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './upgradeEniAgent.examples';

/** `tke:cilium:upgrade-eni-agent` */
export function createUpgradeEniAgentAction(dependencies: ActionDependencies) {
  return createTemplateAction({
    id: 'tke:cilium:upgrade-eni-agent',
    description:
      'Makes sure that tke-eni-agent is at least 3.8.0, so that its route tables do not collide with those of Cilium. Skips an agent that is new enough, never downgrades, and changes the image only when imageVersion is given.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        imageVersion: z =>
          z
            .string({
              description:
                'Opt-in: set the image of tke-eni-agent to this version, for example v3.8.3, when the agent is older. Better: upgrade the add-on eniipamd in the TKE console, which keeps the version after its next upgrade.',
            })
            .optional(),
        ...timeoutField,
      },
      output: {
        ...phaseFields,
        image: z =>
          z.string({
            description:
              'Image of tke-eni-agent after the step; in a dry run, before it.',
          }),
      },
    },
    async handler(ctx) {
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      const result = await upgradeEniAgent(phase, {
        imageVersion: ctx.input.imageVersion || undefined,
        timeoutSeconds: ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      });
      ctx.output('image', result.image);
      reportPhase(ctx, result, clusterUid);
    },
  });
}
