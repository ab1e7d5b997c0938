import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { HelmValues } from '../helmValues';
import { explainInvalidCidr } from '../ipv4';
import { isOn, valueAt } from './readValues';

/** Rules of masquerading: switched on, it has to know which addresses to leave alone. */
export function checkMasqueradeValues(values: HelmValues): Problem[] {
  const masquerade = isOn(values, 'enableIPv4Masquerade', true);
  const bpf = isOn(values, 'bpf.masquerade');
  const agent = isOn(values, 'ipMasqAgent.enabled');
  const nativeCidr = valueAt(values, 'ipv4NativeRoutingCIDR');
  return [
    ...(agent && !(masquerade && bpf)
      ? [createFinding('ip-masq-agent-without-bpf', {})]
      : []),
    ...(masquerade && !agent && !nativeCidr
      ? [createFinding('masquerade-without-cidrs', {})]
      : []),
    ...(masquerade && !agent && !bpf
      ? [createFinding('masquerade-without-bpf', {})]
      : []),
    ...checkCidrs(values),
  ];
}

function checkCidrs(values: HelmValues): Problem[] {
  const native = valueAt(values, 'ipv4NativeRoutingCIDR');
  const listed = valueAt(values, 'ipMasqAgent.config.nonMasqueradeCIDRs');
  const cidrs = [
    ...(native ? [{ path: 'ipv4NativeRoutingCIDR', cidr: native }] : []),
    ...(Array.isArray(listed) ? listed : []).map((cidr, index) => ({
      path: `ipMasqAgent.config.nonMasqueradeCIDRs[${index}]`,
      cidr,
    })),
  ];
  return cidrs.flatMap(({ path, cidr }) => {
    const reason = explainInvalidCidr(String(cidr));
    return reason
      ? [createFinding('cidr-invalid', { path, cidr: String(cidr), reason })]
      : [];
  });
}
