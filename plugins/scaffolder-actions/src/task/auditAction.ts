import { AuditorService } from '@backstage/backend-plugin-api';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { audited } from '@tke-cilium/backstage-plugin-tke-cilium-node';

/** Records every run of an action: what, on which cluster, for whom, and how it ended. */
export function auditAction(
  action: TemplateAction<any, any, any>,
  auditor: AuditorService,
): TemplateAction<any, any, any> {
  return {
    ...action,
    handler: ctx =>
      audited(
        auditor,
        {
          eventId: 'cluster-phase',
          severityLevel: ctx.isDryRun ? 'low' : 'medium',
          meta: {
            actionType: action.id,
            clusterId: ctx.input.clusterId,
            account: ctx.input.account,
            region: ctx.input.region,
            dryRun: ctx.isDryRun ?? false,
            initiator: ctx.user?.ref,
            taskId: ctx.task.id,
          },
        },
        () => action.handler(ctx),
      ),
  };
}
