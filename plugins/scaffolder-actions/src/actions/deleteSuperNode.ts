import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { deleteSuperNode } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { examples } from './superNode.examples';

/** `tke:supernode:delete` */
export function createDeleteSuperNodeAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:supernode:delete',
    description:
      'Removes the super node that tke:supernode:create added. Only when other nodes carry public access, if there is any.',
    examples: examples('tke:supernode:delete', {}),
    supportsDryRun: true,
    schema: {
      input: { ...cloudClusterFields, ...timeoutField },
      output: { ...cloudPhaseFields },
    },
    async handler(ctx) {
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      reportCloudPhase(
        ctx,
        await deleteSuperNode(context, {
          clusterId: ctx.input.clusterId,
          timeoutSeconds: ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
        }),
      );
    },
  });
}
