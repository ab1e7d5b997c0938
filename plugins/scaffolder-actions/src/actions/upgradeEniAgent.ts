import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ENI_AGENT_ADDON,
  MINIMUM_ENI_AGENT_VERSION,
  tkeCiliumClusterInstallPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  installAddon,
  upgradeEniAgent,
  waitAddon,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudFields } from '../schema/cloudFields';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportPhase } from '../task/reportPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { startPhase } from '../task/startPhase';
import { examples } from './upgradeEniAgent.examples';

/** `tke:cilium:upgrade-eni-agent` */
export function createUpgradeEniAgentAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:cilium:upgrade-eni-agent',
    description:
      'Makes sure that tke-eni-agent is at least 3.8.0, so that its route tables do not collide with those of Cilium. Skips an agent that is new enough, and never downgrades. With account and region it upgrades the addon eniipamd; it changes the image only when imageVersion is given.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        account: z => cloudFields.account(z).optional(),
        region: z => cloudFields.region(z).optional(),
        imageVersion: z =>
          z
            .string({
              description:
                'Opt-in: set the image of tke-eni-agent to this version, for example v3.8.3, when the agent is older, and no account is given. Better: give account and region, or upgrade the addon eniipamd in the TKE console, which keeps the version after its next upgrade.',
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
      const {
        account,
        region = '',
        clusterId,
        timeoutSeconds = DEFAULT_TIMEOUT_SECONDS,
      } = ctx.input;
      const result = await upgradeEniAgent(phase, {
        imageVersion: ctx.input.imageVersion || undefined,
        timeoutSeconds,
        upgradeAddon: account
          ? async () => {
              const cloud = await startCloudPhase(
                { ...ctx, input: { account, region, clusterId } },
                dependencies,
                tkeCiliumClusterInstallPermission,
              );
              const addon = {
                clusterId,
                addon: ENI_AGENT_ADDON,
                minimumVersion: MINIMUM_ENI_AGENT_VERSION,
              };
              const upgraded = await installAddon(cloud, addon);
              await waitAddon(cloud, { ...addon, timeoutSeconds });
              return upgraded;
            }
          : undefined,
      });
      ctx.output('image', result.image);
      reportPhase(ctx, result, clusterUid);
    },
  });
}
