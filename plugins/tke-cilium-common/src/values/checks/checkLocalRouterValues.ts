import { GUIDE_LOCAL_ROUTER_IPV4 } from '../../profiles/localRouter';
import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { ApiServerAddress } from '../buildCiliumValues';
import { HelmValue, HelmValues } from '../helmValues';
import { isLinkLocal } from '../ipv4';
import { display, isOn, valueAt } from './readValues';

/** Link-local addresses that something else on a TKE node answers. */
const RESERVED: Readonly<Record<string, string>> = {
  '169.254.0.23': 'the metadata service of Tencent Cloud',
  '169.254.20.10': 'NodeLocal DNSCache',
};

/** The address of `cilium_host`, which nobody allocates: it must collide with nothing on any node. */
export function checkLocalRouterValues(
  values: HelmValues,
  apiServer: ApiServerAddress,
): Problem[] {
  return [
    ...checkIpv4(valueAt(values, 'extraConfig.local-router-ipv4'), apiServer),
    ...(isOn(values, 'ipv6.enabled') &&
    !valueAt(values, 'extraConfig.local-router-ipv6')
      ? [createFinding('local-router-ipv6-missing', {})]
      : []),
  ];
}

function checkIpv4(
  address: HelmValue | undefined,
  apiServer: ApiServerAddress,
): Problem[] {
  if (typeof address !== 'string' || address === '') {
    return [
      createFinding('local-router-ipv4-missing', { found: display(address) }),
    ];
  }
  const conflict = explainConflict(address, apiServer);
  if (conflict) {
    return [createFinding('local-router-ipv4-conflict', { address, conflict })];
  }
  return address === GUIDE_LOCAL_ROUTER_IPV4
    ? []
    : [
        createFinding('local-router-ipv4-changed', {
          address,
          expected: GUIDE_LOCAL_ROUTER_IPV4,
        }),
      ];
}

function explainConflict(
  address: string,
  apiServer: ApiServerAddress,
): string | undefined {
  if (!isLinkLocal(address)) {
    return 'which is not an IPv4 address in 169.254.0.0/16';
  }
  if (address === apiServer.host) {
    return 'which is the address of the API server';
  }
  return RESERVED[address] && `which is the address of ${RESERVED[address]}`;
}
