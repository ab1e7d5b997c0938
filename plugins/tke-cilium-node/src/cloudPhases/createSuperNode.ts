import { PhaseResult } from '../phases/Phase';
import { WaitState, waitUntil } from '../phases/waitUntil';
import { changeWhenSettled } from './changeWhenSettled';
import {
  CloudPhase,
  CloudPhaseContext,
  createInCloud,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { requireCluster } from './readCluster';
import { refuseUnfitNodes } from './refuseUnfitNodes';
import {
  BOOTSTRAP_POOL,
  findSuperNodePools,
  readSuperNodes,
} from './superNode';

/** Input of {@link createSuperNode}. @public */
export type CreateSuperNodeInput = {
  clusterId: string;
  /** Of its pool. Default `tke-cilium-bootstrap`. */
  name?: string;
  subnetId: string;
  securityGroupIds: string[];
  /** An earlier attempt may have made it a moment ago. */
  triedBefore?: boolean;
  /** Default 900. */
  timeoutSeconds?: number;
};

/**
 * Adds the super node of the guide: on an empty cluster something has to carry the proxy of public
 * access, and no other kind of node may be there before Cilium is.
 *
 * @public
 */
export async function createSuperNode(
  context: CloudPhaseContext,
  input: CreateSuperNodeInput,
): Promise<PhaseResult> {
  const { clusterId, name = BOOTSTRAP_POOL, subnetId } = input;
  return runCloudPhase(
    'tke:supernode:create',
    clusterId,
    context,
    async phase => {
      const cluster = await requireCluster(phase, clusterId);
      const timeoutMs = (input.timeoutSeconds ?? 900) * 1000;
      const find = async () =>
        (await findSuperNodePools(phase, clusterId, name)).flatMap(
          ({ id, isLeaving }) => (isLeaving ? [] : id),
        );
      if (phase.dryRun) {
        if ((await find()).length > 0) {
          return {
            changed: false,
            summary: `Already so: the super node "${name}"`,
          };
        }
        await refuseUnfitNodes(phase, cluster, {
          subnetIds: [subnetId],
          securityGroupIds: input.securityGroupIds,
        });
        return {
          changed: true,
          summary: `Would add the super node "${name}" in ${subnetId} (which has a price while Pods run on it)`,
        };
      }
      const { id, created } = await createInCloud(phase, {
        what: `the super node pool "${name}" of ${clusterId}`,
        triedBefore: input.triedBefore,
        find,
        create: async locked => {
          const { NodePoolId: poolId } = await changeWhenSettled(locked, {
            clusterId,
            timeoutMs,
            action: 'CreateClusterVirtualNodePool',
            request: {
              ClusterId: clusterId,
              Name: name,
              SecurityGroupIds: input.securityGroupIds,
              VirtualNodes: [{ DisplayName: `${name}-0`, SubnetId: subnetId }],
              OS: 'linux',
            },
          });
          return poolId ?? '';
        },
      });
      await waitUntil(phase, {
        what: `the super node "${name}"`,
        timeoutMs,
        intervalMs: pauseBetweenLooks,
        remedy:
          'Look at the super nodes of the cluster in the console, then run the phase again.',
        check: () => look(phase, clusterId, name, id),
      });
      return {
        changed: created,
        summary: `${
          created ? 'Added' : 'Already so:'
        } the super node "${name}" (${id})`,
      };
    },
  );
}

async function look(
  phase: CloudPhase,
  clusterId: string,
  name: string,
  poolId: string,
): Promise<WaitState<undefined>> {
  const pools = await findSuperNodePools(phase, clusterId, name);
  if (!pools.find(({ id }) => id === poolId)?.isReady) {
    return { done: false, message: 'its pool is being made' };
  }
  const nodes = await readSuperNodes(phase, clusterId, poolId);
  return nodes.some(({ state }) => state === 'Running')
    ? { done: true, value: undefined }
    : { done: false, message: `it is ${nodes[0]?.state ?? 'not there yet'}` };
}
