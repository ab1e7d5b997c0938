import { PhaseResult } from '../phases/Phase';
import { waitUntil } from '../phases/waitUntil';
import {
  callCloud,
  CloudPhaseContext,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { requireCluster } from './readCluster';
import {
  BOOTSTRAP_POOL,
  findSuperNodePools,
  readSuperNodes,
} from './superNode';

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
      if (pools.length === 0 || phase.dryRun) {
        return {
          changed: pools.length > 0,
          summary: pools.length
            ? `Would remove the super node "${name}"`
            : `Already so: there is no super node "${name}"`,
        };
      }
      const subject = `cluster ${clusterId}`;
      for (const { id } of pools) {
        for (const node of await readSuperNodes(phase, clusterId, id)) {
          await callCloud(
            phase,
            'DrainClusterVirtualNode',
            { ClusterId: clusterId, NodeName: node.name },
            subject,
          );
        }
      }
      await waitUntil(phase, {
        what: `the super node "${name}" to be gone`,
        timeoutMs: (input.timeoutSeconds ?? 900) * 1000,
        intervalMs: pauseBetweenLooks,
        remedy:
          'Look at the super nodes of the cluster in the console, then run the phase again.',
        check: async () => {
          const left = await findSuperNodePools(phase, clusterId, name);
          if (left.length === 0) {
            return { done: true, value: undefined };
          }
          await callCloud(
            phase,
            'DeleteClusterVirtualNodePool',
            {
              ClusterId: clusterId,
              NodePoolIds: left.map(({ id }) => id),
              Force: true,
            },
            subject,
          );
          return { done: false, message: 'it is being removed' };
        },
      });
      return { changed: true, summary: `Removed the super node "${name}"` };
    },
  );
}
