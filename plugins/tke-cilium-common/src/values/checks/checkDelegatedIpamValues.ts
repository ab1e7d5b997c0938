import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { HelmValue, HelmValues } from '../helmValues';
import { valueAt } from './readValues';

/** Values that make the agents need an address of their own, with the agent's flag that they set. */
const FEATURES: readonly { path: string; value: HelmValue; flag: string }[] = [
  { path: 'gatewayAPI.enabled', value: true, flag: 'enable-envoy-config' },
  {
    path: 'ingressController.enabled',
    value: true,
    flag: 'enable-envoy-config',
  },
  { path: 'envoyConfig.enabled', value: true, flag: 'enable-envoy-config' },
  {
    path: 'loadBalancer.l7.backend',
    value: 'envoy',
    flag: 'enable-envoy-config',
  },
  {
    path: 'extraConfig.enable-envoy-config',
    value: true,
    flag: 'enable-envoy-config',
  },
  // The chart switches it off for the guide's chaining mode; only extraConfig can switch it on again.
  {
    path: 'extraConfig.enable-endpoint-health-checking',
    value: true,
    flag: 'enable-endpoint-health-checking',
  },
];

/**
 * What cannot run while TKE allocates the addresses. The chart renders it, and the agents exit at start
 * (`checkIPAMDelegatedPlugin` in Cilium's source).
 */
export function checkDelegatedIpamValues(values: HelmValues): Problem[] {
  return FEATURES.filter(
    ({ path, value }) => String(valueAt(values, path)) === String(value),
  ).map(({ path, flag }) =>
    createFinding('feature-needs-own-ipam', { path, flag }),
  );
}
