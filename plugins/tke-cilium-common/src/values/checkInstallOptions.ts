import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { InstallOptions } from './installOptions';
import { explainInvalidCidr } from './ipv4';

/** `host[:port][/path]`, as it stands in front of an image's name. */
const REGISTRY =
  /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$/;

/**
 * Checks the install options themselves. What they exclude is checked on the merged values, because the
 * user's own values can ask for the same: `checkCiliumValues`.
 *
 * @public
 */
export function checkInstallOptions(options: InstallOptions): Problem[] {
  return [
    ...checkRegistry(options.images),
    ...checkVpcCidrs(options.masquerade),
    ...checkOperatorReplicas(options.operatorReplicas),
  ];
}

function checkRegistry(images: InstallOptions['images']): Problem[] {
  if (!images || images.source === 'upstream') {
    return [];
  }
  // A mirror has a default registry, a registry of one's own has none.
  const registry =
    images.source === 'tcr' ? images.registry ?? '' : images.registry;
  return registry === undefined || REGISTRY.test(registry)
    ? []
    : [createFinding('image-registry-invalid', { registry })];
}

function checkVpcCidrs(masquerade: InstallOptions['masquerade']): Problem[] {
  if (masquerade?.vpcCidrs.length === 0) {
    return [createFinding('vpc-cidrs-missing', {})];
  }
  return (masquerade?.vpcCidrs ?? []).flatMap((cidr, index) => {
    const reason = explainInvalidCidr(cidr);
    const path = `masquerade.vpcCidrs[${index}]`;
    return reason
      ? [createFinding('cidr-invalid', { path, cidr, reason })]
      : [];
  });
}

function checkOperatorReplicas(replicas: number | undefined): Problem[] {
  return replicas === undefined || (Number.isInteger(replicas) && replicas >= 1)
    ? []
    : [createFinding('operator-replicas-invalid', { replicas })];
}
