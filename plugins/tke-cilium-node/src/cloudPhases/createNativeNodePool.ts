import {
  buildNativeNodePool,
  checkCloudNodePool,
  getInstallProfile,
  type InstallProfileName,
  type NativeNodePoolInput,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PhaseResult } from '../phases/Phase';
import { changeWhenSettled } from './changeWhenSettled';
import { callCloud, CloudPhase, CloudPhaseContext } from './CloudPhase';
import {
  createCloudNodePool,
  ListedPool,
  NodePoolPhaseInput,
} from './createCloudNodePool';
import { readFailedInstances } from './readFailedInstances';

/** Input of {@link createNativeNodePool}. @public */
export type CreateNativeNodePoolInput = Omit<NativeNodePoolInput, 'profile'> &
  NodePoolPhaseInput & { profile: InstallProfileName };

/**
 * Creates a native node pool whose nodes fit Cilium, unless there is one of the name.
 *
 * @public
 */
export async function createNativeNodePool(
  context: CloudPhaseContext,
  input: CreateNativeNodePoolInput,
): Promise<PhaseResult> {
  const pool = { ...input, profile: getInstallProfile(input.profile) };
  const { clusterId } = input;
  return createCloudNodePool(context, input, {
    phaseName: 'tke:nodepool:create-native',
    kind: 'native',
    problems: checkCloudNodePool(pool, pool.instanceTypes),
    nodes: pool,
    list: phase => list(phase, input),
    create: async (phase, timeoutMs) => {
      const { NodePoolId: id } = await changeWhenSettled(phase, {
        clusterId,
        timeoutMs,
        action: 'CreateNodePool',
        request: buildNativeNodePool(clusterId, pool),
      });
      return id ?? '';
    },
    readFailures: (phase, { id }) => readFailedInstances(phase, clusterId, id),
  });
}

async function list(
  phase: CloudPhase,
  { clusterId, name }: NodePoolPhaseInput,
): Promise<ListedPool[]> {
  const { NodePools: pools = [] } = await callCloud(
    phase,
    'DescribeNodePools',
    {
      ClusterId: clusterId,
      Filters: [{ Name: 'NodePoolsName', Values: [name] }],
      Limit: 100,
    },
    `the node pools of cluster ${clusterId}`,
  );
  return pools
    .filter(pool => pool.Name === name && pool.Type === 'Native')
    .map(pool => ({
      id: pool.NodePoolId ?? '',
      state: pool.LifeState ?? '',
      readyNodes: pool.Native?.ReadyReplicas ?? 0,
    }));
}
