import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudCluster, CloudNodePool } from '../state/CloudCluster';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { findCluster, findRunningCluster } from './findCluster';

type Named = { Name: string; Value: string };
type Taint = { Key?: string; Value?: string; Effect?: string };
type Request = {
  Name: string;
  Labels?: Named[];
  Annotations?: Named[];
  Taints?: Taint[];
};

/** CreateNodePool of version 2022-05-01: native ones. */
export function createNodePool(context: ActionContext): object {
  const request = context.request as Request & {
    Type: string;
    Native?: {
      InstanceTypes: string[];
      Replicas?: number;
      SecurityGroupIds?: string[];
    };
  };
  if (request.Type !== 'Native' || !request.Native) {
    throw new ApiError('InvalidParameter', 'only native pools are here');
  }
  if (!request.Native.SecurityGroupIds?.length) {
    throw new ApiError('InvalidParameter', 'SecurityGroupIds can not be empty');
  }
  return create(context, {
    kind: 'native',
    instanceTypes: request.Native.InstanceTypes,
    replicas: request.Native.Replicas ?? 0,
  });
}

/** CreateClusterNodePool: regular ones. Two of its parameters are JSON in a string. */
export function createClusterNodePool(context: ActionContext): object {
  const { AutoScalingGroupPara: group, LaunchConfigurePara: launch } =
    context.request as Record<string, string>;
  const scaling = parseParameter(group);
  const machine = parseParameter(launch);
  for (const name of ['ImageId', 'LaunchConfigurationName']) {
    if (machine[name]) {
      throw new ApiError('InvalidParameter.Param', `${name} can not be set`);
    }
  }
  if (!(machine.SecurityGroupIds as string[] | undefined)?.length) {
    throw new ApiError(
      'InvalidParameter.Param',
      'security group ids is not set',
    );
  }
  return create(context, {
    kind: 'regular',
    instanceTypes: [machine.InstanceType as string],
    replicas: (scaling.DesiredCapacity as number) ?? 0,
  });
}

/** DescribeNodePools of version 2022-05-01. */
export async function describeNodePools(
  context: ActionContext,
): Promise<object> {
  const pools = visible(context, 'native');
  return {
    TotalCount: pools.length,
    NodePools: await Promise.all(
      pools.map(async pool => ({
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
  const pools = visible(context, 'regular');
  return {
    TotalCount: pools.length,
    NodePoolSet: await Promise.all(
      pools.map(async pool => ({
        NodePoolId: pool.poolId,
        Name: pool.name,
        LifeState: pool.running ? 'normal' : 'creating',
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
  const pools = (findCluster(context).nodePools ?? []).filter(({ poolId }) =>
    filters.every(({ Values }) => Values.includes(poolId)),
  );
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

function create(
  context: ActionContext,
  options: Pick<CloudNodePool, 'kind' | 'instanceTypes' | 'replicas'>,
): object {
  const { cloud } = context;
  const cluster = findRunningCluster(context);
  const request = context.request as Request;
  checkQuota(context, cluster, options);
  const pool: CloudNodePool = {
    ...options,
    poolId: newId('np'),
    name: request.Name,
    running: false,
    readyNodes: 0,
    request,
  };
  const soldOut = isSoldOut(context, pool);
  cluster.nodePools = [...(cluster.nodePools ?? []), pool];
  let added = cluster.controlPlane === undefined;
  cluster.controlPlane
    ?.addPool({
      ...options,
      poolId: pool.poolId,
      annotations: toRecord(request.Annotations),
      labels: toRecord(request.Labels),
      taints: (request.Taints ?? []).map(({ Key, Value, Effect }) => ({
        key: Key ?? '',
        ...(Value && { value: Value }),
        effect: Effect ?? 'NoSchedule',
      })),
      soldOut,
    })
    .then(
      () => {
        added = true;
      },
      () => {},
    );
  cloud.schedule.after(
    DELAYS.nodePool,
    () => {
      pool.running = true;
      cloud.schedule.after(DELAYS.node, () => {
        pool.readyNodes = soldOut ? 0 : pool.replicas;
      });
    },
    () => added,
  );
  return { NodePoolId: pool.poolId };
}

/** The older version of the API passes on what the auto scaling service says. */
function checkQuota(
  { cloud }: ActionContext,
  { nodePools = [] }: CloudCluster,
  { kind, replicas }: Pick<CloudNodePool, 'kind' | 'replicas'>,
): void {
  const used = nodePools.reduce((sum, pool) => sum + pool.replicas, 0);
  if (used + replicas > cloud.nodeQuota) {
    throw new ApiError(
      kind === 'native' ? 'FailedOperation' : 'FailedOperation.AsCommon',
      `the quota of ${cloud.nodeQuota} nodes of the cluster is used up`,
    );
  }
}

function isSoldOut(
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

function visible(
  context: ActionContext,
  kind: CloudNodePool['kind'],
): CloudNodePool[] {
  const { Filters: filters = [] } = context.request as {
    Filters?: { Name: string; Values: string[] }[];
  };
  return (findCluster(context).nodePools ?? []).filter(
    pool =>
      pool.kind === kind &&
      filters.every(({ Name, Values }) =>
        Values.includes(Name === 'NodePoolsId' ? pool.poolId : pool.name),
      ),
  );
}

function parseParameter(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('InvalidParameter.Param', 'a parameter is not JSON');
  }
}

function toRecord(pairs: Named[] = []): Record<string, string> {
  return Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value]));
}
