import { RootConfigService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  CLUSTER_LEVELS,
  clusterConsoleUrl,
  DEFAULT_INSTALL_PROFILE,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  createCluster,
  HelmClient,
  readNewClusterAccess,
  TencentCloudRegions,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { cloudFields, cloudPhaseFields } from '../schema/cloudFields';
import { profileField } from '../schema/installFields';
import { plannedNodesFields } from '../schema/plannedNodesFields';
import { reportCloudPhase } from '../task/reportCloudPhase';
import { sayWhatIsThere } from '../task/sayWhatIsThere';
import {
  CloudActionDependencies,
  startClusterCreation,
  wasTriedBefore,
} from '../task/startCloudPhase';
import { waitForEntity } from '../task/waitForEntity';
import { examples } from './createCluster.examples';

/** `tke:cluster:create` */
export function createCreateClusterAction(
  dependencies: CloudActionDependencies & {
    config: RootConfigService;
    helm: HelmClient;
  },
) {
  return createTemplateAction({
    id: 'tke:cluster:create',
    description:
      'Creates an empty TKE cluster that Cilium can be installed on: managed, with VPC-CNI in the mode of shared network interfaces. First checks the input against what the account has, whether this Backstage would reach the cluster, and whether what later steps add can be had; names everything that is wrong at once. Never creates one twice. Done when the catalog has it; tke:cluster:wait-running waits until it runs.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...cloudFields,
        ...profileField,
        name: z =>
          z.string({
            description:
              'Name of the cluster. One of this name in the VPC that was made here is taken, unless it differs in what cannot be changed.',
          }),
        kubernetesVersion: z =>
          z.string({
            description: 'A version that TKE offers, for example 1.32.2.',
          }),
        vpcId: z => z.string({ description: 'VPC of the cluster.' }),
        podSubnetIds: z =>
          z.array(z.string(), {
            description: 'Subnets that Pods get their addresses from.',
          }),
        serviceCidr: z =>
          z.string({
            description:
              'Addresses of Services, outside of those of the VPC, with a mask of 17 to 27 bits.',
          }),
        level: z =>
          z
            .enum(CLUSTER_LEVELS, {
              description:
                'Size of the control plane: how many nodes it is made for. It has a price. Default: L5.',
            })
            .optional(),
        operatingSystem: z =>
          z
            .string({
              description:
                'Name of a public image. Default: TencentOS 4, whose kernel Cilium runs on.',
            })
            .optional(),
        karpenter: z =>
          z.boolean({ description: 'Install the Karpenter addon.' }).optional(),
        deletionProtection: z =>
          z
            .boolean({
              description:
                'Whether the cloud refuses to delete the cluster. Default: true.',
            })
            .optional(),
        owner: z =>
          z
            .string({
              description:
                'Entity ref of the owner, for example group:default/platform.',
            })
            .optional(),
        endpoint: z =>
          z
            .enum(['intranet', 'public'], {
              description:
                'Access that a later step opens. Nothing is created when this Backstage reaches the clusters of the account by the other. Default: not checked.',
            })
            .optional(),
        chartVersion: z =>
          z
            .string({
              description:
                'Version of the Cilium chart that a later step installs. Nothing is created when Helm does not get it, or when it needs a newer Kubernetes. Default: not checked.',
            })
            .optional(),
        nodes: z =>
          z
            .object(plannedNodesFields(z))
            .describe(
              'Nodes that later steps add. Nothing is created when they cannot be had. Default: not checked.',
            )
            .optional(),
      },
      output: {
        ...cloudPhaseFields,
        clusterId: z =>
          z
            .string({
              description: 'TKE id of the cluster. A dry run has none.',
            })
            .optional(),
        entityRef: z =>
          z
            .string({
              description:
                'Entity of the cluster in the catalog. A dry run has none.',
            })
            .optional(),
        consoleUrl: z =>
          z
            .string({
              description:
                'Address of the cluster in the console of Tencent Cloud. A dry run has none, and neither has a simulation.',
            })
            .optional(),
      },
    },
    async handler(ctx) {
      const context = await startClusterCreation(ctx, dependencies);
      const { account, region, profile, chartVersion, ...cluster } = ctx.input;
      const triedBefore = await wasTriedBefore(
        ctx,
        `${account}.${region}.${cluster.vpcId}.${cluster.name}`,
      );
      await sayWhatIsThere(ctx, async say => {
        const result = await createCluster(context, {
          ...cluster,
          profile: profile ?? DEFAULT_INSTALL_PROFILE,
          access: readNewClusterAccess(dependencies.config, ctx.input),
          chart: chartVersion
            ? { version: chartVersion, helm: dependencies.helm }
            : undefined,
          triedBefore,
          onAccepted: say,
        });
        if (result.clusterId) {
          ctx.output('clusterId', result.clusterId);
          if (!isSimulation(dependencies.regions, account)) {
            ctx.output('consoleUrl', clusterConsoleUrl(result.clusterId));
          }
        }
        reportCloudPhase(ctx, result);
        if (result.clusterId && !context.dryRun) {
          say(result.clusterId);
          ctx.output(
            'entityRef',
            await waitForEntity(ctx, dependencies.catalog, result.clusterId),
          );
        }
      });
    },
  });
}

function isSimulation(regions: TencentCloudRegions, account: string): boolean {
  return regions
    .list()
    .some(each => each.account === account && each.simulation);
}
