import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { PhaseResult } from '../phases/Phase';
import { waitUntil } from '../phases/waitUntil';
import { tagOf } from '../tencentCloud/listMadeClusters';
import {
  callCloud,
  CloudPhase,
  CloudPhaseContext,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { readCluster } from './readCluster';

/** Input of {@link deleteCluster}. @public */
export type DeleteClusterInput = {
  clusterId: string;
  /** Name of the cluster, written once more by who wants it gone. */
  confirmName: string;
  /** Switch the deletion protection off first. Default: a protected cluster is left alone. */
  liftProtection?: boolean;
  /** Default 1800. */
  timeoutSeconds?: number;
};

/**
 * Deletes a cluster that this product made, with its nodes. Disks of volumes are kept.
 *
 * @public
 */
export async function deleteCluster(
  context: CloudPhaseContext,
  input: DeleteClusterInput,
): Promise<PhaseResult> {
  const { clusterId } = input;
  return runCloudPhase(
    'tke:cluster:delete',
    clusterId,
    context,
    async phase => {
      const cluster = await readCluster(phase, clusterId);
      if (!cluster) {
        return {
          changed: false,
          summary: `Already so: there is no cluster ${clusterId}`,
        };
      }
      check(cluster, input);
      if (phase.dryRun) {
        return {
          changed: true,
          summary: `Would delete ${clusterId} ("${cluster.ClusterName}") with its nodes; disks of volumes are kept`,
        };
      }
      await remove(phase, cluster, input);
      return {
        changed: true,
        summary: `Deleted ${clusterId} ("${cluster.ClusterName}") with its nodes; disks of volumes are kept`,
      };
    },
  );
}

function check(cluster: Cluster, input: DeleteClusterInput): void {
  const { ClusterId: id, ClusterName: name } = cluster;
  if (tagOf(cluster, CLOUD_TAGS.managedBy) !== CLOUD_TAG_VALUE) {
    throw new NotAllowedError(
      `${id} was not made here: it has no tag ${CLOUD_TAGS.managedBy}. Delete it where it was made.`,
    );
  }
  if (input.confirmName !== name) {
    throw new InputError(
      `"${input.confirmName}" is not the name of ${id}. Nothing was deleted. Write its name to confirm.`,
    );
  }
  if (cluster.DeletionProtection && !input.liftProtection) {
    throw new ConflictError(
      `${id} is protected against deletion. Nothing was deleted. Run the phase with liftProtection, or lift it in the console.`,
    );
  }
}

async function remove(
  phase: CloudPhase,
  cluster: Cluster,
  { clusterId, timeoutSeconds = 1800 }: DeleteClusterInput,
): Promise<void> {
  const subject = `cluster ${clusterId}`;
  if (cluster.DeletionProtection) {
    await callCloud(
      phase,
      'DisableClusterDeletionProtection',
      { ClusterId: clusterId },
      subject,
    );
  }
  await waitUntil(phase, {
    what: `${subject} to be gone`,
    timeoutMs: timeoutSeconds * 1000,
    intervalMs: pauseBetweenLooks,
    remedy: 'Look at the cluster in the console, then run the phase again.',
    check: async () => {
      const left = await readCluster(phase, clusterId);
      if (!left) {
        return { done: true, value: undefined };
      }
      if (left.ClusterStatus !== 'Deleting') {
        await callCloud(
          phase,
          'DeleteCluster',
          {
            ClusterId: clusterId,
            InstanceDeleteMode: 'terminate',
            ResourceDeleteOptions: [
              { ResourceType: 'CLB', DeleteMode: 'terminate' },
            ],
          },
          subject,
        );
      }
      return { done: false, message: `it is ${left.ClusterStatus}` };
    },
  });
}
