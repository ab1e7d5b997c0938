import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { PhaseResult } from '@tke-cilium/backstage-plugin-tke-cilium-node';

/** Says in the task log what the phase did, and sets the outputs that every action has. */
export function reportPhase(
  ctx: Pick<
    ActionContext<
      {},
      { changed: boolean; summary: string; clusterUid: string }
    >,
    'logger' | 'output'
  >,
  result: PhaseResult,
  clusterUid: string,
): void {
  ctx.logger.info(result.summary);
  ctx.output('changed', result.changed);
  ctx.output('summary', result.summary);
  ctx.output('clusterUid', clusterUid);
}
