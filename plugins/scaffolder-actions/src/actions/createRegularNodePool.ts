import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumNodePoolCreatePermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createRegularNodePool } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { cloudNodePoolFields } from '../schema/cloudNodePoolFields';
import { profileField } from '../schema/installFields';
import { timeoutField } from '../schema/timeoutField';
import { readNodePool } from '../task/readNodePool';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { examples } from './cloudNodePool.examples';

/** `tke:nodepool:create-regular` */
export function createRegularNodePoolAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:nodepool:create-regular',
    description:
      'Creates a regular node pool, of CVMs, whose nodes fit Cilium: with an operating system that Cilium runs on, and a taint that keeps Pods off a node until Cilium is ready on it.',
    examples: examples('tke:nodepool:create-regular', {
      instanceType: 'S5.MEDIUM4',
    }),
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudClusterFields,
        ...profileField,
        ...cloudNodePoolFields,
        instanceType: z =>
          z.string({ description: 'Instance type, for example S5.MEDIUM4.' }),
        operatingSystem: z =>
          z
            .string({
              description: 'Name of a public image. Default: TencentOS 4.',
            })
            .optional(),
        ...timeoutField,
      },
      output: { ...cloudPhaseFields },
    },
    async handler(ctx) {
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumNodePoolCreatePermission,
      );
      reportCloudPhase(
        ctx,
        await createRegularNodePool(context, {
          ...(await readNodePool(ctx)),
          instanceType: ctx.input.instanceType,
          operatingSystem: ctx.input.operatingSystem || undefined,
        }),
      );
    },
  });
}
