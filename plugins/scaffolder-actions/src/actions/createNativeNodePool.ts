import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumNodePoolCreatePermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createNativeNodePool } from '@tke-cilium/backstage-plugin-tke-cilium-node';
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

/** `tke:nodepool:create-native` */
export function createNativeNodePoolAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:nodepool:create-native',
    description:
      'Creates a native node pool whose nodes fit Cilium: with TencentOS 4, and a taint that keeps Pods off a node until Cilium is ready on it.',
    examples: examples('tke:nodepool:create-native', {
      instanceTypes: ['SA5.MEDIUM4', 'S5.MEDIUM4'],
    }),
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudClusterFields,
        ...profileField,
        ...cloudNodePoolFields,
        instanceTypes: z =>
          z.array(z.string(), {
            description:
              'Instance types, for example SA5.MEDIUM4. The first that can be had is taken.',
          }),
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
        await createNativeNodePool(context, {
          ...(await readNodePool(ctx)),
          instanceTypes: ctx.input.instanceTypes,
        }),
      );
    },
  });
}
