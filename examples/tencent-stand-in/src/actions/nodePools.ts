import { CloudNodePool } from '../state/CloudCluster';
import { ActionContext } from './actions';
import { findCluster } from './findCluster';
import { filterItems, pageOf } from './selectPage';

/** DescribeNodePools of version 2022-05-01. */
export async function describeNodePools(
  context: ActionContext,
): Promise<object> {
  const { total, page } = visible(context, 'native');
  return {
    TotalCount: total,
    NodePools: await Promise.all(
      page.map(async pool => ({
        NodePoolId: pool.poolId,
        Name: pool.name,
        Type: 'Native',
        LifeState: pool.running ? 'Running' : 'Creating',
        Native: {
          Replicas: pool.replicas,
          ReadyReplicas: await readyNodes(context, pool),
        },
      })),
    ),
  };
}

/** DescribeClusterNodePools */
export async function describeClusterNodePools(
  context: ActionContext,
): Promise<object> {
  const { total, page } = visible(context, 'regular');
  return {
    TotalCount: total,
    NodePoolSet: await Promise.all(
      page.map(async pool => ({
        NodePoolId: pool.poolId,
        Name: pool.name,
        LifeState: pool.running ? 'normal' : 'creating',
        AutoscalingGroupId: scalingGroupOf(pool),
        DesiredNodesNum: pool.replicas,
        NodeCountSummary: {
          AutoscalingAdded: {
            Joining: 0,
            Initializing: 0,
            Normal: await readyNodes(context, pool),
            Total: pool.replicas,
          },
          ManuallyAdded: { Joining: 0, Initializing: 0, Normal: 0, Total: 0 },
        },
      })),
    ),
  };
}

/** DescribeClusterInstances of version 2022-05-01: the machines of native and regular pools. */
export async function describeClusterInstances(
  context: ActionContext,
): Promise<object> {
  const {
    Filters: filters = [],
    Offset: offset = 0,
    Limit: limit = 20,
  } = context.request as {
    Filters?: { Name: string; Values: string[] }[];
    Offset?: number;
    Limit?: number;
  };
  const pools = (findCluster(context).nodePools ?? [])
    .filter(({ poolId }) =>
      filters.every(({ Values }) => Values.includes(poolId)),
    )
    // The scaling group of a regular pool that is sold out makes no machine at all.
    .filter(pool => pool.kind === 'native' || !isSoldOut(context, pool));
  const machines = await Promise.all(
    pools.map(async pool => {
      const ready = await readyNodes(context, pool);
      return Array.from({ length: pool.replicas }, (_, index) => ({
        InstanceId: `${pool.poolId}-${index}`,
        NodePoolId: pool.poolId,
        ...(isSoldOut(context, pool)
          ? {
              InstanceState: 'failed',
              FailedReason:
                '[ResourceInsufficient.SpecifiedInstanceType] The specified instance type is sold out in the zone.',
            }
          : { InstanceState: index < ready ? 'running' : 'initializing' }),
      }));
    }),
  );
  const all = machines.flat();
  return {
    TotalCount: all.length,
    InstanceSet: all.slice(offset, offset + limit),
  };
}

/** Id of the scaling group behind a regular pool. */
export function scalingGroupOf({ poolId }: CloudNodePool): string {
  return poolId.replace(/^np-/, 'asg-');
}

/** Whether there are no machines left for a pool. */
export function isSoldOut(
  { cloud }: ActionContext,
  { instanceTypes }: CloudNodePool,
): boolean {
  return instanceTypes.every(type => cloud.soldOut.has(type));
}

async function readyNodes(
  context: ActionContext,
  pool: CloudNodePool,
): Promise<number> {
  const { controlPlane } = findCluster(context);
  return controlPlane ? controlPlane.readyNodes(pool.poolId) : pool.readyNodes;
}

/** Only the newer version of the API gives its list in pages. */
function visible(
  context: ActionContext,
  kind: CloudNodePool['kind'],
): { total: number; page: CloudNodePool[] } {
  const pools = filterItems(
    (findCluster(context).nodePools ?? []).filter(pool => pool.kind === kind),
    context.request.Filters as never,
    {
      NodePoolsId: ({ poolId }) => poolId,
      NodePoolsName: ({ name }) => name,
    },
    'InvalidParameter',
  );
  return kind === 'native'
    ? pageOf(pools, context.request, 'InvalidParameter')
    : { total: pools.length, page: pools };
}
