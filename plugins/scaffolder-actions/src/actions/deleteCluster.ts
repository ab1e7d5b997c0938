import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { deleteCluster } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { timeoutField } from '../schema/timeoutField';
import { reportCloudPhase } from '../task/reportCloudPhase';
import { startClusterDeletion } from '../task/startClusterDeletion';
import { CloudActionDependencies } from '../task/startCloudPhase';
import { examples } from './deleteCluster.examples';

/** `tke:cluster:delete` */
export function createDeleteClusterAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:cluster:delete',
    description:
      'Deletes a cluster that tke:cluster:create made, with its nodes. Its name has to be written once more; a protected cluster is left alone unless liftProtection says otherwise. Disks of volumes are kept.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudClusterFields,
        confirmName: z =>
          z.string({
            description: 'Name of the cluster, to confirm that it may go.',
          }),
        liftProtection: z =>
          z
            .boolean({
              description:
                'Switch the deletion protection off first. Default: false.',
            })
            .optional(),
        ...timeoutField,
      },
      output: { ...cloudPhaseFields },
    },
    async handler(ctx) {
      const context = await startClusterDeletion(ctx, dependencies);
      const { clusterId, confirmName, liftProtection, timeoutSeconds } =
        ctx.input;
      reportCloudPhase(
        ctx,
        await deleteCluster(context, {
          clusterId,
          confirmName,
          liftProtection,
          timeoutSeconds,
        }),
      );
    },
  });
}
