import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { cidrsOverlap, explainInvalidCidr } from '../values/ipv4';
import { isAtLeast } from '../versions/version';
import { checkPlannedNodes } from './checkPlannedNodes';
import {
  CLOUD_TAGS,
  CLUSTER_LEVELS,
  ClusterInput,
  ClusterSurroundings,
} from './clusterInput';

const NAME =
  /^[A-Za-z0-9\u4e00-\u9fa5]([-_.A-Za-z0-9\u4e00-\u9fa5]{0,48}[A-Za-z0-9\u4e00-\u9fa5])?$/;
const VERSION = /^\d+\.\d+\.\d+$/;
const MASK = { minimum: 17, maximum: 27 };

/**
 * Checks what a cluster is to be, as far as that can be told without asking the cloud.
 *
 * @public
 */
export function checkClusterInput(input: ClusterInput): Problem[] {
  const { name, kubernetesVersion, vpcId, level, profile } = input;
  return [
    ...invalidUnless(
      NAME.test(name),
      'name',
      `"${name}" is not a name; use up to 50 letters, digits, "-", "_" and "."`,
    ),
    ...invalidUnless(
      VERSION.test(kubernetesVersion),
      'kubernetesVersion',
      `"${kubernetesVersion}" is not a version such as 1.32.2`,
    ),
    ...(VERSION.test(kubernetesVersion) &&
    !isAtLeast(kubernetesVersion, profile.minimumKubernetesVersion)
      ? [
          createFinding('cluster-version-too-old', {
            version: kubernetesVersion,
            minimum: profile.minimumKubernetesVersion,
            profile: profile.name,
          }),
        ]
      : []),
    ...invalidUnless(
      /^vpc-[0-9a-z]+$/.test(vpcId),
      'vpcId',
      `"${vpcId}" does not look like vpc-a1b2c3d4`,
    ),
    ...checkSubnetIds(input.podSubnetIds),
    ...checkServiceCidr(input.serviceCidr),
    ...invalidUnless(
      level === undefined || CLUSTER_LEVELS.includes(level),
      'level',
      `"${level}" is not one of ${CLUSTER_LEVELS.join(', ')}`,
    ),
    ...Object.keys(input.tags ?? {}).flatMap(key =>
      invalidUnless(
        !Object.values<string>(CLOUD_TAGS).includes(key),
        'tags',
        `"${key}" is set by this product`,
      ),
    ),
  ];
}

/**
 * Checks whether a cluster fits where it is to be.
 *
 * @public
 */
export function checkClusterSurroundings(
  input: ClusterInput,
  surroundings: ClusterSurroundings,
): Problem[] {
  const { kubernetesVersion: version, vpcId: vpc, serviceCidr } = input;
  const { kubernetesVersions, vpcCidrs, subnets, forNodes } = surroundings;
  const mine = input.podSubnetIds.map(id => ({
    id,
    found: subnets.find(
      each => each.subnetId === id && each.vpcId === input.vpcId,
    ),
  }));
  return [
    ...(kubernetesVersions.length > 0 && !kubernetesVersions.includes(version)
      ? [
          createFinding('cluster-version-not-offered', {
            version,
            offered: kubernetesVersions.join(', '),
          }),
        ]
      : []),
    ...(vpcCidrs ? [] : [createFinding('cluster-vpc-not-found', { vpc })]),
    ...(vpcCidrs ?? [])
      .filter(other => cidrsOverlap(serviceCidr, other))
      .map(other =>
        createFinding('cluster-service-cidr-overlaps', {
          cidr: serviceCidr,
          other,
        }),
      ),
    ...(vpcCidrs ? mine : [])
      .filter(({ found }) => !found)
      .map(({ id }) =>
        createFinding('cluster-subnet-not-found', { subnet: id, vpc }),
      ),
    ...(mine.every(({ found }) => found?.freeAddresses === 0)
      ? [
          createFinding('cluster-subnets-full', {
            subnets: mine.map(({ id }) => id).join(', '),
          }),
        ]
      : []),
    ...(input.nodes && forNodes
      ? checkPlannedNodes(
          input.nodes,
          { vpcId: vpc, subnets: vpcCidrs && subnets },
          forNodes,
        )
      : []),
  ];
}

function checkSubnetIds(ids: readonly string[]): Problem[] {
  const wrong = ids.find(id => !/^subnet-[0-9a-z]+$/.test(id));
  return [
    ...invalidUnless(
      ids.length > 0,
      'podSubnetIds',
      'VPC-CNI needs at least one',
    ),
    ...invalidUnless(
      wrong === undefined,
      'podSubnetIds',
      `"${wrong}" does not look like subnet-a1b2c3d4`,
    ),
  ];
}

function checkServiceCidr(cidr: string): Problem[] {
  const reason = explainInvalidCidr(cidr);
  const bits = Number(cidr.split('/')[1]);
  return [
    ...invalidUnless(reason === undefined, 'serviceCidr', reason ?? ''),
    ...invalidUnless(
      reason !== undefined || (bits >= MASK.minimum && bits <= MASK.maximum),
      'serviceCidr',
      `its mask has ${bits} bits; TKE takes ${MASK.minimum} to ${MASK.maximum}`,
    ),
  ];
}

function invalidUnless(
  right: boolean,
  field: string,
  reason: string,
): Problem[] {
  return right
    ? []
    : [createFinding('cluster-input-invalid', { field, reason })];
}
