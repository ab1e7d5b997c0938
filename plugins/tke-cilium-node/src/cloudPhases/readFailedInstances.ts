import { maskAccountIds } from '../tencentCloud/maskAccountIds';
import { callCloud, CloudPhase } from './CloudPhase';

/** Why machines of a pool failed. */
export async function readFailedInstances(
  phase: CloudPhase,
  clusterId: string,
  poolId: string,
): Promise<string[]> {
  const { InstanceSet: instances = [] } = await callCloud(
    phase,
    'DescribeClusterInstances',
    {
      ClusterId: clusterId,
      Filters: [{ Name: 'NodePoolIds', Values: [poolId] }],
      Limit: 100,
    },
    `node pool ${poolId} of cluster ${clusterId}`,
  );
  return instances
    .filter(instance => instance.InstanceState === 'failed')
    .map(({ InstanceId: id, FailedReason: reason }) =>
      maskAccountIds(`${id}: ${reason}`),
    );
}
