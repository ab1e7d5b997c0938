import type { DescribeClusterEndpointStatusResponse } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';
import { callCloud, CloudPhase } from './CloudPhase';

/** What became of an access to the API server of a cluster. */
export async function readEndpointStatus(
  phase: CloudPhase,
  clusterId: string,
  kind: ClusterEndpointKind,
): Promise<DescribeClusterEndpointStatusResponse> {
  return callCloud(
    phase,
    'DescribeClusterEndpointStatus',
    { ClusterId: clusterId, IsExtranet: kind === 'public' },
    `cluster ${clusterId}`,
  );
}

/** Whether the access is open, or on its way. */
export function isOpenOrOpening(status: string | undefined): boolean {
  return status === 'Created' || status === 'Creating';
}
