import { buildImageValues } from '../images/imageSources';
import { InstallProfile } from '../profiles/installProfile';
import { HelmValues } from './helmValues';
import { InstallOptions } from './installOptions';
import { mergeHelmValues } from './mergeHelmValues';

/** The Helm values that the install options stand for. */
export function buildOptionValues(
  profile: InstallProfile,
  options: InstallOptions,
): HelmValues {
  return mergeHelmValues(
    options.images
      ? buildImageValues(options.images, 'all')
      : buildImageValues({ source: 'mirror' }, profile.mirroredImages),
    options.ciliumEndpointSlice === undefined
      ? {}
      : { ciliumEndpointSlice: { enabled: options.ciliumEndpointSlice } },
    options.masquerade
      ? buildMasqueradeValues(profile, options.masquerade.vpcCidrs)
      : {},
    options.operatorReplicas === undefined
      ? {}
      : { operator: { replicas: options.operatorReplicas } },
  );
}

/**
 * `ipv4NativeRoutingCIDR` takes one CIDR only. With secondary VPC CIDRs, traffic between nodes would be
 * masqueraded and lose the identity that network policies go by, so several CIDRs take the masquerading agent.
 */
function buildMasqueradeValues(
  profile: InstallProfile,
  vpcCidrs: readonly string[],
): HelmValues {
  if (profile.masquerade === 'native-routing-cidr' && vpcCidrs.length === 1) {
    return {
      enableIPv4Masquerade: true,
      ipv4NativeRoutingCIDR: vpcCidrs[0],
      bpf: { masquerade: true },
    };
  }
  return {
    enableIPv4Masquerade: true,
    bpf: { masquerade: true },
    ipMasqAgent: {
      enabled: true,
      config: {
        nonMasqueradeCIDRs: [...vpcCidrs],
        // 169.254.0.0/16 holds services that know callers by the node's address, such as the metadata service.
        masqLinkLocal: true,
      },
    },
  };
}
