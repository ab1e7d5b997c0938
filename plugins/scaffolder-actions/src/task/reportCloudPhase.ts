import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { PhaseResult } from '@tke-cilium/backstage-plugin-tke-cilium-node';

/** Says in the task log what the phase did, and sets the outputs that every such action has. */
export function reportCloudPhase(
  ctx: Pick<
    ActionContext<{}, { changed: boolean; summary: string }>,
    'logger' | 'output'
  >,
  result: PhaseResult,
): void {
  ctx.logger.info(result.summary);
  ctx.output('changed', result.changed);
  ctx.output('summary', result.summary);
}
