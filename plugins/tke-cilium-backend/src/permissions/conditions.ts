import { createConditionExports } from '@backstage/plugin-permission-node';
import { tkeClusterPermissionResourceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { tkeClusterPermissionRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: tkeClusterPermissionResourceRef,
  rules: tkeClusterPermissionRules,
});

/**
 * Conditions for permission policies: `hasClusterId`, `isInRegion` and `isOwnedBy`.
 *
 * @public
 */
export const tkeClusterConditions = conditions;

/**
 * Makes a policy's answer that depends on the cluster.
 *
 * @public
 */
export const createTkeClusterConditionalDecision = createConditionalDecision;
