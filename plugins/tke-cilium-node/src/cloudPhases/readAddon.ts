import type { Addon } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import {
  isClusterNotFound,
  isTencentCloudError,
} from '../tencentCloud/TencentCloudError';
import { callCloud, CloudPhase } from './CloudPhase';

/** An addon of a cluster, `undefined` when it is not installed: an error, or an empty list. */
export async function readAddon(
  phase: CloudPhase,
  clusterId: string,
  name: string,
): Promise<Addon | undefined> {
  try {
    const { Addons: addons = [] } = await callCloud(
      phase,
      'DescribeAddon',
      { ClusterId: clusterId, AddonName: name },
      `the addon ${name} of cluster ${clusterId}`,
    );
    return addons.find(addon => addon.AddonName === name);
  } catch (error) {
    if (
      isTencentCloudError(error) &&
      error.code?.startsWith('ResourceNotFound') &&
      !isClusterNotFound(error)
    ) {
      return undefined;
    }
    throw error;
  }
}

/** Whether an addon could not be installed or upgraded. TKE writes UpgradFailed. */
export function hasFailed({ Phase: state = '' }: Addon): boolean {
  return /^(Install|Upgrade?)Failed$/.test(state);
}

/** Newest version of an addon, `undefined` when there is no such addon. */
export async function readNewestVersion(
  phase: CloudPhase,
  name: string,
): Promise<string | undefined> {
  const { AppCharts: charts = [] } = await callCloud(
    phase,
    'GetTkeAppChartList',
    { ClusterType: 'tke' },
    'the addons that there are',
  );
  return charts.find(chart => chart.Name === name)?.LatestVersion;
}
