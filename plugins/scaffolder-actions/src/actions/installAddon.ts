import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  tkeCiliumClusterInstallPermission,
  tkeCiliumClusterReadPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { installAddon } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { addonFields } from '../schema/addonFields';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { examples } from './addon.examples';

/** `tke:addon:install` */
export function createInstallAddonAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:addon:install',
    description:
      'Installs an addon of TKE, or upgrades one that is older than minimumVersion. Never a downgrade. For tke-eni-agent, which belongs to the addon eniipamd, this is the way that lasts.',
    examples: examples('tke:addon:install'),
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudClusterFields,
        ...addonFields,
        version: z =>
          z
            .string({
              description: 'The version to install. Default: the newest.',
            })
            .optional(),
      },
      output: { ...cloudPhaseFields },
    },
    async handler(ctx) {
      const { clusterId, addon } = ctx.input;
      const input = {
        clusterId,
        addon,
        version: ctx.input.version || undefined,
        minimumVersion: ctx.input.minimumVersion || undefined,
      };
      // Who may not install can still go on where the addon is there.
      const reading = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterReadPermission,
      );
      const found = await installAddon({ ...reading, dryRun: true }, input);
      if (!found.changed) {
        reportCloudPhase(ctx, found);
        return;
      }
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      reportCloudPhase(ctx, await installAddon(context, input));
    },
  });
}
