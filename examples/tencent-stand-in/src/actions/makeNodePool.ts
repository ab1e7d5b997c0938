import { ApiError } from '../server/ApiError';
import { DELAYS } from '../state/Cloud';
import { CloudCluster, CloudNodePool } from '../state/CloudCluster';
import { newId } from '../state/newId';
import { ActionContext } from './actions';
import { findRunningCluster } from './findCluster';
import { isSoldOut } from './nodePools';
import { requireOneOf, TAINT_EFFECTS } from './requireKnown';

type Named = { Name: string; Value: string };
type Taint = { Key?: string; Value?: string; Effect?: string };

/** What the requests of both kinds of pools have in common. */
export type NodePoolRequest = {
  Name: string;
  Labels?: Named[];
  Annotations?: Named[];
  Taints?: Taint[];
};

const LONGEST_NAME = 63;

/** Makes a pool, whose nodes come a while later. */
export function makeNodePool(
  context: ActionContext,
  options: Pick<CloudNodePool, 'kind' | 'instanceTypes' | 'replicas'>,
): object {
  const { cloud } = context;
  const cluster = findRunningCluster(context);
  const request = context.request as NodePoolRequest;
  checkCommon(request, options.kind);
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

function checkCommon(
  { Name: name, Taints: taints = [] }: NodePoolRequest,
  kind: CloudNodePool['kind'],
): void {
  const code =
    kind === 'native' ? 'InvalidParameter' : 'InvalidParameter.Param';
  if (name.length === 0 || name.length > LONGEST_NAME) {
    throw new ApiError(code, `Name has not 1 to ${LONGEST_NAME} characters`);
  }
  for (const { Key: key, Effect: effect = '' } of taints) {
    requireOneOf(`Effect of the taint ${key}`, effect, TAINT_EFFECTS, code);
  }
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

function toRecord(pairs: Named[] = []): Record<string, string> {
  return Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value]));
}
