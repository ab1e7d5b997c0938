import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterReadPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { waitAddon } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { addonFields } from '../schema/addonFields';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { examples } from './addon.examples';

/** `tke:addon:wait` */
export function createWaitAddonAction(dependencies: CloudActionDependencies) {
  return createTemplateAction({
    id: 'tke:addon:wait',
    description:
      'Waits until an addon of TKE is installed. On a cluster without nodes it is enough that the cloud has noted the version: its Pods have nowhere to run.',
    examples: examples('tke:addon:wait'),
    supportsDryRun: true,
    schema: {
      input: { ...cloudClusterFields, ...addonFields, ...timeoutField },
      output: { ...cloudPhaseFields },
    },
    async handler(ctx) {
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterReadPermission,
      );
      const { clusterId, addon } = ctx.input;
      reportCloudPhase(
        ctx,
        await waitAddon(context, {
          clusterId,
          addon,
          minimumVersion: ctx.input.minimumVersion || undefined,
          timeoutSeconds: ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
        }),
      );
    },
  });
}
