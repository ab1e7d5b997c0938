import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DEFAULT_INSTALL_PROFILE,
  tkeCiliumNodePoolCreatePermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createKarpenterNodePool } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { clusterFields, phaseFields } from '../schema/clusterFields';
import { profileField } from '../schema/installFields';
import { karpenterFields } from '../schema/karpenterFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportPhase } from '../task/reportPhase';
import { ActionDependencies, startPhase } from '../task/startPhase';
import { examples } from './createKarpenterNodePool.examples';

/** `tke:nodepool:create-karpenter` */
export function createKarpenterNodePoolAction(
  dependencies: ActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:nodepool:create-karpenter',
    description:
      'Creates a Karpenter node pool whose nodes fit Cilium, or changes it: an operating system that Cilium runs on, and a taint that keeps Pods off a node until Cilium is ready on it. Done when Karpenter has accepted the pool and, on request, has made nodes.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...clusterFields,
        ...profileField,
        ...karpenterFields,
        waitForNodes: z =>
          z
            .number({
              description:
                'Wait until the pool has this many ready nodes. Karpenter makes nodes only for Pods that need them. Default: 0.',
            })
            .int()
            .min(0)
            .optional(),
        ...timeoutField,
      },
      output: { ...phaseFields },
    },
    async handler(ctx) {
      const { phase, clusterUid } = await startPhase(
        ctx,
        dependencies,
        tkeCiliumNodePoolCreatePermission,
      );
      const {
        clusterId: _clusterId,
        clusterUid: _clusterUid,
        ...nodePool
      } = ctx.input;
      const result = await createKarpenterNodePool(phase, {
        ...nodePool,
        profile: nodePool.profile ?? DEFAULT_INSTALL_PROFILE,
        timeoutSeconds: nodePool.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      });
      reportPhase(ctx, result, clusterUid);
    },
  });
}
