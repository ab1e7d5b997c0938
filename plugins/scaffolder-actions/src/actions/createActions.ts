import { AuditorService } from '@backstage/backend-plugin-api';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { HelmClient } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { auditAction } from '../task/auditAction';
import { ActionDependencies } from '../task/startPhase';
import { createApplyCniConfigAction } from './applyCniConfig';
import { createDisableTkeComponentsAction } from './disableTkeComponents';
import { createInstallAction } from './install';
import { createKarpenterNodePoolAction } from './createKarpenterNodePool';
import { createPreflightAction } from './preflight';
import { createShowValuesAction } from './showValues';
import { createUpgradeEniAgentAction } from './upgradeEniAgent';
import { createWaitReadyAction } from './waitReady';

/** Every action of this module, in the order in which an installation runs them. */
export function createActions(
  dependencies: ActionDependencies & {
    helm: HelmClient;
    auditor: AuditorService;
  },
) {
  const actions: TemplateAction<any, any, any>[] = [
    createPreflightAction(dependencies),
    createUpgradeEniAgentAction(dependencies),
    createApplyCniConfigAction(dependencies),
    createShowValuesAction(dependencies),
    createInstallAction(dependencies),
    createDisableTkeComponentsAction(dependencies),
    createKarpenterNodePoolAction(dependencies),
    createWaitReadyAction(dependencies),
  ];
  return actions.map(action => auditAction(action, dependencies.auditor));
}
