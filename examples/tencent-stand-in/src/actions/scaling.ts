import { ActionContext } from './actions';
import { isSoldOut, scalingGroupOf } from './nodePools';
import { filterItems, pageOf } from './selectPage';

const SOLD_OUT = 'The specified instance type is sold out in the zone.';

/** DescribeAutoScalingActivities: one of the scaling group behind each regular pool. */
export function describeAutoScalingActivities(context: ActionContext): object {
  const pools = Array.from(context.clusters.values())
    .flatMap(({ nodePools = [] }) => nodePools)
    .filter(({ kind }) => kind === 'regular');
  const activities = pools.map(pool => {
    const soldOut = isSoldOut(context, pool);
    return {
      AutoScalingGroupId: scalingGroupOf(pool),
      ActivityType: 'SCALE_OUT',
      StatusCode: soldOut ? 'FAILED' : 'SUCCESSFUL',
      StatusMessage: soldOut ? SOLD_OUT : 'Success',
      StatusMessageSimplified: soldOut ? SOLD_OUT : 'Success',
    };
  });
  const { total, page } = pageOf(
    filterItems(
      activities,
      context.request.Filters as never,
      { 'auto-scaling-group-id': each => each.AutoScalingGroupId },
      'InvalidParameterValue.Filter',
    ),
    context.request,
    'InvalidParameterValue.Limit',
  );
  return { TotalCount: total, ActivitySet: page };
}
