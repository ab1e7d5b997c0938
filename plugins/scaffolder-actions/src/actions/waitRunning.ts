import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterReadPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { waitClusterRunning } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { timeoutField } from '../schema/timeoutField';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { examples } from './waitRunning.examples';

/** `tke:cluster:wait-running` */
export function createWaitRunningAction(dependencies: CloudActionDependencies) {
  return createTemplateAction({
    id: 'tke:cluster:wait-running',
    description:
      'Waits until a new TKE cluster runs, which takes 5 to 15 minutes, and tells whether it has nodes already. Fails when it cannot come up.',
    examples,
    supportsDryRun: true,
    schema: {
      input: { ...cloudClusterFields, ...timeoutField },
      output: {
        ...cloudPhaseFields,
        hasNodes: z =>
          z.boolean({
            description:
              'Whether nodes run in it already. False for a new cluster; one that a task finds again may need no super node.',
          }),
      },
    },
    async handler(ctx) {
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterReadPermission,
      );
      const { clusterId, timeoutSeconds } = ctx.input;
      const result = await waitClusterRunning(context, {
        clusterId,
        timeoutSeconds,
      });
      ctx.output('hasNodes', result.hasNodes);
      reportCloudPhase(ctx, result);
    },
  });
}
