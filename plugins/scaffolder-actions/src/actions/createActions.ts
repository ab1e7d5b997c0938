import {
  AuditorService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { HelmClient } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { auditAction } from '../task/auditAction';
import { CloudActionDependencies } from '../task/startCloudPhase';
import { createCheckHelmAction } from './checkHelm';
import { createCreateClusterAction } from './createCluster';
import { createNativeNodePoolAction } from './createNativeNodePool';
import { createRegularNodePoolAction } from './createRegularNodePool';
import { createCreateSuperNodeAction } from './createSuperNode';
import { createDeleteClusterAction } from './deleteCluster';
import { createDeleteSuperNodeAction } from './deleteSuperNode';
import { createInstallAddonAction } from './installAddon';
import { createOpenEndpointAction } from './openEndpoint';
import { createWaitAddonAction } from './waitAddon';
import { createWaitRunningAction } from './waitRunning';
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
  dependencies: CloudActionDependencies & {
    auditor: AuditorService;
    config: RootConfigService;
    helm: HelmClient;
  },
) {
  const actions: TemplateAction<any, any, any>[] = [
    createCheckHelmAction(dependencies),
    createCreateClusterAction(dependencies),
    createWaitRunningAction(dependencies),
    createCreateSuperNodeAction(dependencies),
    createOpenEndpointAction(dependencies),
    createInstallAddonAction(dependencies),
    createWaitAddonAction(dependencies),
    createPreflightAction(dependencies),
    createUpgradeEniAgentAction(dependencies),
    createApplyCniConfigAction(dependencies),
    createShowValuesAction(dependencies),
    createInstallAction(dependencies),
    createDisableTkeComponentsAction(dependencies),
    createKarpenterNodePoolAction(dependencies),
    createNativeNodePoolAction(dependencies),
    createRegularNodePoolAction(dependencies),
    createWaitReadyAction(dependencies),
    createDeleteSuperNodeAction(dependencies),
    createDeleteClusterAction(dependencies),
  ];
  return actions.map(action => auditAction(action, dependencies.auditor));
}
