import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterReadPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { waitReady } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { profileField } from '../schema/installFields';
import { problemsField } from '../schema/problemsField';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './waitReady.examples';

/** `tke:cilium:wait-ready` */
export function createWaitReadyAction(dependencies: ActionDependencies) {
  return createTemplateAction({
    id: 'tke:cilium:wait-ready',
    description:
      "Waits until Cilium is ready by the same rules that the cluster's page shows. Fails with the condition that is missing when the time is up, and at once when the installation has failed.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        ...profileField,
        minimumReadyNodes: z =>
          z
            .number({
              description:
                'How many nodes must have a ready agent. Default: every node that is there.',
            })
            .int()
            .min(0)
            .optional(),
        acceptWaitingForNodes: z =>
          z
            .boolean({
              description:
                'Count a cluster without nodes as done: Cilium is installed and starts on the first node. Default: false.',
            })
            .optional(),
        ...timeoutField,
      },
      output: {
        ...phaseFields,
        ...problemsField,
        readinessPhase: z =>
          z.string({
            description: 'What was reached: Ready or WaitingForNodes.',
          }),
      },
    },
    async handler(ctx) {
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumClusterReadPermission,
      );
      const { profile, minimumReadyNodes, acceptWaitingForNodes } = ctx.input;
      const result = await waitReady(phase, {
        profile,
        minimumReadyNodes,
        acceptWaitingForNodes,
        timeoutSeconds: ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      });
      ctx.output('problems', result.readiness.problems);
      ctx.output('readinessPhase', result.readiness.phase);
      reportPhase(ctx, result, clusterUid);
    },
  });
}
