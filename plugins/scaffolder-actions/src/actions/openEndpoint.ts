import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { openEndpoint } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudClusterFields, cloudPhaseFields } from '../schema/cloudFields';
import { DEFAULT_TIMEOUT_SECONDS, timeoutField } from '../schema/timeoutField';
import { reportCloudPhase } from '../task/reportCloudPhase';
import {
  CloudActionDependencies,
  startCloudPhase,
} from '../task/startCloudPhase';
import { examples } from './openEndpoint.examples';

/** `tke:cluster:open-endpoint` */
export function createOpenEndpointAction(
  dependencies: CloudActionDependencies,
) {
  return createTemplateAction({
    id: 'tke:cluster:open-endpoint',
    description:
      'Opens the API server of a cluster to its VPC or to the public, and waits until it answers this backend. Public access to a cluster without nodes needs a super node first.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudClusterFields,
        kind: z =>
          z.enum(['intranet', 'public'], {
            description: 'From where the API server is reached.',
          }),
        subnetId: z =>
          z
            .string({
              description: 'Subnet of the load balancer; for intranet.',
            })
            .optional(),
        securityGroupId: z =>
          z
            .string({
              description:
                'Security group of the load balancer, which says who may reach it; for public.',
            })
            .optional(),
        bandwidth: z =>
          z
            .number({
              description:
                'Bandwidth of public access in Mbit/s, paid by traffic. Default: 10.',
            })
            .int()
            .optional(),
        ...timeoutField,
      },
      output: {
        ...cloudPhaseFields,
        address: z =>
          z
            .string({
              description: 'Address of the API server. A dry run has none.',
            })
            .optional(),
      },
    },
    async handler(ctx) {
      const context = await startCloudPhase(
        ctx,
        dependencies,
        tkeCiliumClusterInstallPermission,
      );
      const { clusterId, kind, bandwidth, timeoutSeconds } = ctx.input;
      const result = await openEndpoint(context, {
        clusterId,
        kind,
        bandwidth,
        // What a form left empty arrives as an empty string.
        subnetId: ctx.input.subnetId || undefined,
        securityGroupId: ctx.input.securityGroupId || undefined,
        timeoutSeconds: timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
        reach: async signal => {
          const { kubernetes } = await dependencies.connections.connect(
            clusterId,
          );
          return kubernetes.serverVersion({ signal });
        },
      });
      if (result.address) {
        ctx.output('address', result.address);
      }
      reportCloudPhase(ctx, result);
    },
  });
}
