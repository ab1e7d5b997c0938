import {
  buildRegularNodePool,
  checkCloudNodePool,
  getInstallProfile,
  type InstallProfileName,
  type RegularNodePoolInput,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { InstanceAdvancedSettings } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { PhaseResult } from '../phases/Phase';
import { changeWhenSettled } from './changeWhenSettled';
import { callCloud, CloudPhase, CloudPhaseContext } from './CloudPhase';
import {
  createCloudNodePool,
  ListedPool,
  NodePoolPhaseInput,
} from './createCloudNodePool';
import { requireCluster } from './readCluster';
import { readFailedInstances } from './readFailedInstances';
import { readFailedScaling } from './readFailedScaling';

/** Input of {@link createRegularNodePool}. @public */
export type CreateRegularNodePoolInput = Omit<
  RegularNodePoolInput,
  'profile' | 'vpcId'
> &
  NodePoolPhaseInput & { profile: InstallProfileName };

/**
 * Creates a regular node pool, of CVMs, whose nodes fit Cilium, unless there is one of the name.
 *
 * @public
 */
export async function createRegularNodePool(
  context: CloudPhaseContext,
  input: CreateRegularNodePoolInput,
): Promise<PhaseResult> {
  const pool = { ...input, profile: getInstallProfile(input.profile) };
  const { clusterId } = input;
  return createCloudNodePool(context, input, {
    phaseName: 'tke:nodepool:create-regular',
    kind: 'regular',
    problems: checkCloudNodePool(pool, [pool.instanceType]),
    nodes: { ...pool, instanceTypes: [pool.instanceType] },
    list: phase => list(phase, input),
    create: async (phase, timeoutMs) => {
      const cluster = await requireCluster(phase, clusterId);
      const vpcId = cluster.ClusterNetworkSettings?.VpcId ?? '';
      const request = buildRegularNodePool(clusterId, { ...pool, vpcId });
      const { NodePoolId: id } = await changeWhenSettled(phase, {
        clusterId,
        timeoutMs,
        action: 'CreateClusterNodePool',
        request: {
          ...request,
          // Its members are not optional in the SDK, and are for the API.
          InstanceAdvancedSettings:
            request.InstanceAdvancedSettings as InstanceAdvancedSettings,
        },
      });
      return id ?? '';
    },
    readFailures: async (phase, { id, scalingGroupId }) => [
      ...(await readFailedInstances(phase, clusterId, id)),
      ...(scalingGroupId ? await readFailedScaling(phase, scalingGroupId) : []),
    ],
  });
}

async function list(
  phase: CloudPhase,
  { clusterId, name }: NodePoolPhaseInput,
): Promise<ListedPool[]> {
  const { NodePoolSet: pools = [] } = await callCloud(
    phase,
    'DescribeClusterNodePools',
    {
      ClusterId: clusterId,
      Filters: [{ Name: 'NodePoolsName', Values: [name] }],
    },
    `the node pools of cluster ${clusterId}`,
  );
  return pools
    .filter(pool => pool.Name === name)
    .map(pool => ({
      id: pool.NodePoolId ?? '',
      state: pool.LifeState ?? '',
      readyNodes: pool.NodeCountSummary?.AutoscalingAdded?.Normal ?? 0,
      scalingGroupId: pool.AutoscalingGroupId,
    }));
}
