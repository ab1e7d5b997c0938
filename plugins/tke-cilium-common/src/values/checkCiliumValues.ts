import { Problem } from '../readiness/types';
import { checkChartVersion } from '../versions/checkChartVersion';
import { ApiServerAddress } from './buildCiliumValues';
import { checkApiServerValues } from './checks/checkApiServerValues';
import { checkClusterNameValues } from './checks/checkClusterNameValues';
import { checkCniValues } from './checks/checkCniValues';
import { checkDelegatedIpamValues } from './checks/checkDelegatedIpamValues';
import { checkEgressValues } from './checks/checkEgressValues';
import { checkLocalRouterValues } from './checks/checkLocalRouterValues';
import { checkMasqueradeValues } from './checks/checkMasqueradeValues';
import { checkSysctlValues } from './checks/checkSysctlValues';
import { HelmValues } from './helmValues';

/** What values are checked against. @public */
export type CiliumValuesContext = {
  /** From the EndpointSlice of `default/kubernetes`. */
  apiServer: ApiServerAddress;
  chartVersion: string;
  /** `undefined`: not known, and then not judged. */
  kubernetesVersion?: string;
  /** Oldest Kubernetes that the install profile accepts. */
  minimumKubernetesVersion: string;
};

/**
 * Rules that the chart does not check and that the agents die of, or that take the network of a TKE cluster
 * down.
 *
 * @param values - the merged values, as {@link buildCiliumValues} makes them
 *
 * @returns findings; those with severity `error` must stop an install
 *
 * @public
 */
export function checkCiliumValues(
  values: HelmValues,
  context: CiliumValuesContext,
): Problem[] {
  return [
    ...checkCniValues(values),
    ...checkLocalRouterValues(values, context.apiServer),
    ...checkDelegatedIpamValues(values),
    ...checkSysctlValues(values),
    ...checkApiServerValues(values, context.apiServer),
    ...checkMasqueradeValues(values),
    ...checkEgressValues(values),
    ...checkClusterNameValues(values),
    ...checkChartVersion(context),
  ];
}
