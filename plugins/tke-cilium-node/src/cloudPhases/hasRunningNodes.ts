import { listAll } from '../tencentCloud/listAll';
import { callCloud, CloudPhase } from './CloudPhase';

/** Whether native or regular nodes run in a cluster: super nodes do not count. */
export async function hasRunningNodes(
  phase: CloudPhase,
  clusterId: string,
): Promise<boolean> {
  const instances = await listAll(async page => {
    const { TotalCount: total, InstanceSet: items } = await callCloud(
      phase,
      'DescribeClusterInstances',
      { ClusterId: clusterId, ...page },
      `the nodes of cluster ${clusterId}`,
    );
    return { total, items };
  });
  return instances.some(({ InstanceState: state }) => state === 'running');
}
