import { PermissionsService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TkeClusterPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ClusterConnections,
  PhaseContext,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { authorizeInitiator } from './authorizeInitiator';
import { pinCluster } from './pinCluster';
import { StepContext } from './StepContext';

/** What every action needs from the backend. */
export type ActionDependencies = {
  catalog: CatalogService;
  connections: ClusterConnections;
  permissions: PermissionsService;
};

/** What every action gets from its step. */
export type ClusterInput = { clusterId: string; clusterUid?: string };

/**
 * What every step does before its phase: check the person, connect, check the cluster.
 *
 * @returns what the phase runs in, and the cluster's uid for the steps that follow
 */
export async function startPhase(
  ctx: StepContext<ClusterInput>,
  dependencies: ActionDependencies,
  permission: TkeClusterPermission,
): Promise<{ phase: PhaseContext; clusterUid: string }> {
  await authorizeInitiator(ctx, dependencies, permission);
  const connection = await dependencies.connections.connect(
    ctx.input.clusterId,
  );
  const signal = ctx.signal ?? new AbortController().signal;
  const clusterUid = await pinCluster(ctx, connection, signal);
  return {
    clusterUid,
    phase: {
      connection,
      signal,
      dryRun: ctx.isDryRun ?? false,
      log: {
        info: message => ctx.logger.info(message),
        warn: message => ctx.logger.warn(message),
      },
    },
  };
}
