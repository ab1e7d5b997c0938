import { ConflictError } from '@backstage/errors';
import { PhaseResult } from '../phases/Phase';
import { changeWhenSettled } from './changeWhenSettled';
import {
  callCloud,
  CloudPhase,
  CloudPhaseContext,
  runCloudPhase,
} from './CloudPhase';
import { hasRunningNodes } from './hasRunningNodes';
import { requireCluster } from './readCluster';
import { isOpenOrOpening, readEndpointStatus } from './readEndpointStatus';
import {
  BOOTSTRAP_POOL,
  findSuperNodePools,
  readSuperNodes,
  SuperNodePool,
} from './superNode';
import { unlessGone } from './unlessGone';
import { waitUntilGone } from './waitUntilGone';

/** Input of {@link deleteSuperNode}. @public */
export type DeleteSuperNodeInput = {
  clusterId: string;
  /** Of its pool. Default `tke-cilium-bootstrap`. */
  name?: string;
  /** Default 900. */
  timeoutSeconds?: number;
};

/**
 * Removes the super node of the guide once other nodes carry the proxy of public access. Its Pods go
 * elsewhere.
 *
 * @throws ConflictError when public access is open and no other node runs
 *
 * @public
 */
export async function deleteSuperNode(
  context: CloudPhaseContext,
  input: DeleteSuperNodeInput,
): Promise<PhaseResult> {
  const { clusterId, name = BOOTSTRAP_POOL } = input;
  return runCloudPhase(
    'tke:supernode:delete',
    clusterId,
    context,
    async phase => {
      await requireCluster(phase, clusterId);
      const pools = await findSuperNodePools(phase, clusterId, name);
      if (pools.length > 0) {
        await refuseLastNode(phase, clusterId, name);
      }
      if (pools.length === 0 || phase.dryRun) {
        return {
          changed: pools.length > 0,
          summary: pools.length
            ? `Would remove the super node "${name}"`
            : `Already so: there is no super node "${name}"`,
        };
      }
      const timeoutMs = (input.timeoutSeconds ?? 900) * 1000;
      const staying = pools.filter(({ isLeaving }) => !isLeaving);
      await drain(phase, clusterId, staying);
      await waitUntilGone(phase, {
        what: `the super node "${name}"`,
        timeoutMs,
        find: async () => {
          const left = await findSuperNodePools(phase, clusterId, name);
          return left.length === 0
            ? undefined
            : {
                state: 'being removed',
                isLeaving: left.every(({ isLeaving }) => isLeaving),
              };
        },
        remove: () =>
          changeWhenSettled(phase, {
            clusterId,
            timeoutMs,
            action: 'DeleteClusterVirtualNodePool',
            request: {
              ClusterId: clusterId,
              NodePoolIds: staying.map(({ id }) => id),
              Force: true,
            },
          }),
      });
      return { changed: true, summary: `Removed the super node "${name}"` };
    },
  );
}

/** @throws ConflictError when nothing else would carry public access, and with it perhaps this backend's own */
async function refuseLastNode(
  phase: CloudPhase,
  clusterId: string,
  name: string,
): Promise<void> {
  const { Status: access } = await readEndpointStatus(
    phase,
    clusterId,
    'public',
  );
  if (!isOpenOrOpening(access)) {
    return;
  }
  if (!(await hasRunningNodes(phase, clusterId))) {
    throw new ConflictError(
      `Only the super node "${name}" carries the public access of ${clusterId}: no other node runs. Nothing was changed. Add a node pool first, or close the public access in the console.`,
    );
  }
}

async function drain(
  phase: CloudPhase,
  clusterId: string,
  pools: readonly SuperNodePool[],
): Promise<void> {
  for (const { id } of pools) {
    for (const node of await readSuperNodes(phase, clusterId, id)) {
      await unlessGone(
        callCloud(
          phase,
          'DrainClusterVirtualNode',
          { ClusterId: clusterId, NodeName: node.name },
          `the super node ${node.name} of cluster ${clusterId}`,
        ),
      );
    }
  }
}
