import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  ACCOUNT_ANNOTATION,
  tkeCiliumClusterCreatePermission,
  TkeClusterPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  CloudPhaseContext,
  CreationLock,
  TencentCloudRegions,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { authorizeInitiator } from './authorizeInitiator';
import { ActionDependencies } from './startPhase';
import { StepContext } from './StepContext';

/** What an action needs from the backend that asks the cloud. */
export type CloudActionDependencies = ActionDependencies & {
  regions: TencentCloudRegions;
  creations: CreationLock;
};

/** What a step does before a phase on a cluster of the cloud: check the person, open the account. */
export async function startCloudPhase(
  ctx: StepContext<{ account: string; region: string; clusterId: string }>,
  dependencies: CloudActionDependencies,
  permission: TkeClusterPermission,
): Promise<CloudPhaseContext> {
  await authorizeInitiator(ctx, dependencies, permission);
  const { account, clusterId } = ctx.input;
  if (!account) {
    throw new InputError(
      `Cluster ${clusterId} has no Tencent Cloud account: its catalog entity lacks the annotation ${ACCOUNT_ANNOTATION}. Nothing was changed. Add it, with the region, or make a pool of Karpenter, which needs none.`,
    );
  }
  return openCloud(ctx, dependencies);
}

/** The same before a cluster is made: there is none yet that a permission could be about. */
export async function startClusterCreation(
  ctx: StepContext<{ account: string; region: string }>,
  dependencies: CloudActionDependencies,
): Promise<CloudPhaseContext> {
  const permission = tkeCiliumClusterCreatePermission;
  const [decision] = await dependencies.permissions.authorize(
    [{ permission }],
    { credentials: await ctx.getInitiatorCredentials() },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not create clusters: your account lacks the permission "${permission.name}". Nothing was changed. Ask the owner of this Backstage for it.`,
    );
  }
  return openCloud(ctx, dependencies);
}

/**
 * Whether an earlier attempt of this step may have asked the cloud to make something.
 *
 * @param what - what is made; another name is another thing
 */
export async function wasTriedBefore(
  ctx: Pick<ActionContext<{}>, 'checkpoint' | 'isDryRun'>,
  what: string,
): Promise<boolean> {
  if (ctx.isDryRun) {
    return false;
  }
  let isFirst = false;
  await ctx.checkpoint({
    key: `tried.${what}`,
    fn: () => {
      isFirst = true;
      return true;
    },
  });
  return !isFirst;
}

/** Opens the account, for a step whose person may do what it does. */
export function openCloud(
  ctx: StepContext<{ account: string; region: string }>,
  { regions, creations }: CloudActionDependencies,
): CloudPhaseContext {
  return {
    cloud: regions.open(ctx.input.account, ctx.input.region),
    creations,
    signal: ctx.signal ?? new AbortController().signal,
    dryRun: ctx.isDryRun ?? false,
    log: {
      info: message => ctx.logger.info(message),
      warn: message => ctx.logger.warn(message),
    },
  };
}
