import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { PhaseResult } from '../phases/Phase';
import { tagOf } from '../tencentCloud/listMadeClusters';
import {
  callCloud,
  CloudPhase,
  CloudPhaseContext,
  runCloudPhase,
} from './CloudPhase';
import { noSuchCluster, readCluster } from './readCluster';
import { waitUntilGone } from './waitUntilGone';

const DELETING = 'Deleting';

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

const EXTENT =
  'with its nodes and the load balancers of its Services; disks of volumes are kept';

/**
 * Deletes a cluster that this product made, with its nodes and the load balancers of its Services.
 * Disks of volumes are kept.
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
          summary: `Already so: ${noSuchCluster(phase, clusterId).message}`,
        };
      }
      check(cluster, input);
      if (phase.dryRun) {
        return {
          changed: true,
          summary: `Would delete ${clusterId} ("${cluster.ClusterName}") ${EXTENT}`,
        };
      }
      await remove(phase, cluster, input);
      return {
        changed: true,
        summary: `Deleted ${clusterId} ("${cluster.ClusterName}") ${EXTENT}`,
      };
    },
  );
}

/**
 * Whether a cluster is being deleted, or is gone: nobody can decide any more that it stays.
 *
 * @public
 */
export async function isClusterLeaving(
  context: CloudPhaseContext,
  clusterId: string,
): Promise<boolean> {
  const cluster = await readCluster(context, clusterId);
  return !cluster || cluster.ClusterStatus === DELETING;
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
  await waitUntilGone(phase, {
    what: subject,
    timeoutMs: timeoutSeconds * 1000,
    find: async () => {
      const left = await readCluster(phase, clusterId);
      return (
        left && {
          state: left.ClusterStatus ?? 'there',
          isLeaving: left.ClusterStatus === DELETING,
        }
      );
    },
    remove: async () => {
      if (cluster.DeletionProtection) {
        await callCloud(
          phase,
          'DisableClusterDeletionProtection',
          { ClusterId: clusterId },
          subject,
        );
      }
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
    },
  });
}
