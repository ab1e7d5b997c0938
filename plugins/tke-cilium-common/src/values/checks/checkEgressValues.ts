import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { HelmValues } from '../helmValues';
import { isOn } from './readValues';

const EXCLUDED = ['ciliumEndpointSlice.enabled', 'clustermesh.useAPIServer'];

/** What the egress gateway needs, and what excludes it. */
export function checkEgressValues(values: HelmValues): Problem[] {
  if (!isOn(values, 'egressGateway.enabled')) {
    return [];
  }
  const missing = [
    ...(isOn(values, 'enableIPv4Masquerade', true)
      ? []
      : ['enableIPv4Masquerade']),
    ...(isOn(values, 'bpf.masquerade') ? [] : ['bpf.masquerade']),
  ];
  return [
    ...EXCLUDED.filter(path => isOn(values, path)).map(path =>
      createFinding('egress-gateway-excludes', { path }),
    ),
    ...missing.map(path => createFinding('egress-gateway-needs', { path })),
    ...(missing.length === 0 && !isOn(values, 'ipMasqAgent.enabled')
      ? [createFinding('egress-gateway-without-ip-masq-agent', {})]
      : []),
  ];
}
