import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createSuperNode } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
  wasTriedBefore,
} from '../task/startCloudPhase';
import { examples } from './superNode.examples';

/** `tke:supernode:create` */
export function createCreateSuperNodeAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:supernode:create',
    description:
      'Adds a super node, which carries public access to a cluster that has no other nodes yet. Delete it when there are others.',
    examples: examples('tke:supernode:create', {
      subnetId: 'subnet-0a1b2c3d',
      securityGroupIds: ['sg-a1b2c3d4'],
    }),
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudClusterFields,
        subnetId: z => z.string({ description: 'Subnet of the super node.' }),
        securityGroupIds: z =>
          z.array(z.string(), {
            description: 'Security groups of the super node.',
          }),
        ...timeoutField,
      },
      output: { ...cloudPhaseFields },
    },
    async handler(ctx) {
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      const { clusterId, subnetId, securityGroupIds } = ctx.input;
      reportCloudPhase(
        ctx,
        await createSuperNode(context, {
          clusterId,
          subnetId,
          securityGroupIds,
          triedBefore: await wasTriedBefore(ctx, clusterId),
          timeoutSeconds: ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
        }),
      );
    },
  });
}
