import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { ClusterInput } from './clusterInput';

/** A cluster of the wanted name that this product has made, as the cloud tells it. @public */
export type ExistingCluster = {
  clusterId: string;
  kubernetesVersion?: string;
  serviceCidr?: string;
  /** What is not known is left out, here and below. */
  podSubnetIds?: readonly string[];
  /** Left out when it was made for nobody in particular. */
  owner?: string;
  profile?: string;
  level?: string;
  deletionProtection?: boolean;
  /** Whether Pods keep their addresses. */
  fixedAddresses?: boolean;
};

/**
 * Compares a cluster that is there with the one that is wanted under its name. It is taken only where
 * it is the same in all that cannot be changed, or belongs to somebody; what differs else is said.
 *
 * @public
 */
export function checkExistingCluster(
  found: ExistingCluster,
  wanted: ClusterInput,
): Problem[] {
  const { clusterId: cluster } = found;
  return [
    ...describe('cluster-is-another', cluster, [
      difference(
        'Kubernetes',
        found.kubernetesVersion,
        wanted.kubernetesVersion,
      ),
      difference('the service CIDR', found.serviceCidr, wanted.serviceCidr),
      difference('the install profile', found.profile, wanted.profile.name),
      difference('the owner', found.owner ?? 'nobody', wanted.owner),
      ...wanted.podSubnetIds
        .filter(id => found.podSubnetIds?.includes(id) === false)
        .map(id => `no Pods in ${id}`),
    ]),
    ...describe('cluster-stays-as-it-is', cluster, [
      difference('the size', found.level, wanted.level ?? 'L5'),
      difference(
        'deletion protection',
        onOff(found.deletionProtection),
        onOff(wanted.deletionProtection ?? true),
      ),
    ]),
    ...(wanted.karpenter && found.fixedAddresses === false
      ? [createFinding('cluster-addresses-change', { cluster })]
      : []),
  ];
}

function describe(
  code: 'cluster-is-another' | 'cluster-stays-as-it-is',
  cluster: string,
  differences: readonly (string | undefined)[],
): Problem[] {
  const known = differences.filter(each => each !== undefined);
  return known.length > 0
    ? [createFinding(code, { cluster, differences: known.join(', ') })]
    : [];
}

/** Says it, unless it is the same, or one of both is not known. */
function difference(
  what: string,
  found: string | undefined,
  wanted: string | undefined,
): string | undefined {
  return found && wanted && found !== wanted
    ? `${what} ${found}, not ${wanted}`
    : undefined;
}

function onOff(value: boolean | undefined): string | undefined {
  return value === undefined
    ? undefined
    : { true: 'on', false: 'off' }[`${value}`];
}
