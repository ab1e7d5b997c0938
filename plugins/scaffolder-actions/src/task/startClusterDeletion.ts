import { tkeCiliumClusterDeletePermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  CloudPhaseContext,
  isClusterLeaving,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import {
  CloudActionDependencies,
  openCloud,
  startCloudPhase,
} from './startCloudPhase';
import { StepContext } from './StepContext';

/**
 * What a step does before it deletes a cluster.
 *
 * @remarks
 * The entity of a cluster goes as soon as its deletion begins, and then nobody may see the cluster. A
 * step that goes on after its backend died may still wait for the end of what it was allowed to begin,
 * and for nothing else.
 */
export async function startClusterDeletion(
  ctx: StepContext<{ account: string; region: string; clusterId: string }>,
  dependencies: CloudActionDependencies,
): Promise<CloudPhaseContext> {
  const { clusterId } = ctx.input;
  const key = `allowed.${clusterId}`;
  let context: CloudPhaseContext;
  try {
    context = await startCloudPhase(
      ctx,
      dependencies,
      tkeCiliumClusterDeletePermission,
    );
  } catch (refusal) {
    // Throws it unless an earlier attempt was allowed to.
    await ctx.checkpoint({ key, fn: () => Promise.reject(refusal) });
    context = openCloud(ctx, dependencies);
    if (!(await isClusterLeaving(context, clusterId))) {
      throw refusal;
    }
    return context;
  }
  if (!context.dryRun) {
    await ctx.checkpoint({ key, fn: () => true });
  }
  return context;
}
