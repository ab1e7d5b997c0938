import { maskAccountIds } from '../tencentCloud/maskAccountIds';
import { isTencentCloudError } from '../tencentCloud/TencentCloudError';
import { callCloud, CloudPhase } from './CloudPhase';

const LATEST = 10;

/**
 * Why the scaling group of a regular pool made no machine. Of one that is sold out nothing is listed
 * as failed: there is none.
 */
export async function readFailedScaling(
  phase: CloudPhase,
  scalingGroupId: string,
): Promise<string[]> {
  try {
    const { ActivitySet: activities = [] } = await callCloud(
      phase,
      'DescribeAutoScalingActivities',
      {
        Filters: [{ Name: 'auto-scaling-group-id', Values: [scalingGroupId] }],
        Limit: LATEST,
      },
      `the scaling group ${scalingGroupId}`,
    );
    const reasons = activities
      .filter(({ StatusCode: code }) =>
        ['FAILED', 'PARTIALLY_SUCCESSFUL'].includes(code),
      )
      .map(activity =>
        maskAccountIds(
          activity.StatusMessageSimplified || activity.StatusMessage,
        ),
      );
    return [...new Set(reasons)];
  } catch (error) {
    // The nodes may come all the same.
    if (isTencentCloudError(error) && error.kind === 'api') {
      return [`the reason cannot be read: ${error.message}`];
    }
    throw error;
  }
}
