import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DEFAULT_INSTALL_PROFILE,
  tkeCiliumClusterInstallPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { disableTkeComponents } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { profileField } from '../schema/installFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './disableTkeComponents.examples';

/** `tke:cilium:disable-tke-components` */
export function createDisableTkeComponentsAction(
  dependencies: ActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:cilium:disable-tke-components',
    description:
      'Switches off what Cilium replaces: kube-proxy, tke-cni-agent and ip-masq-agent. Their DaemonSets stay and match no node, so that it can be undone and cluster upgrades are not blocked. Done when none of their Pods is left.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        ...profileField,
        existingNodes: z =>
          z
            .enum(['recreate', 'pre-stop'], {
              description:
                'What to do about nodes that were there before Cilium. recreate (default): nothing, you reboot or recreate them. pre-stop: tke-cni-agent removes its CNI configuration from them when it stops; Cilium has to be ready on all of them.',
            })
            .optional(),
        keepIpMasqAgent: z =>
          z
            .boolean({
              description: 'Leave ip-masq-agent running. Default: false.',
            })
            .optional(),
        ...timeoutField,
      },
      output: { ...phaseFields },
    },
    async handler(ctx) {
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      const result = await disableTkeComponents(phase, {
        profile: ctx.input.profile ?? DEFAULT_INSTALL_PROFILE,
        existingNodes: ctx.input.existingNodes,
        keepIpMasqAgent: ctx.input.keepIpMasqAgent,
        timeoutSeconds: ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      });
      reportPhase(ctx, result, clusterUid);
    },
  });
}
