import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { AGENT_NOT_READY_TAINT } from '../vocabulary/names';
import { CloudNodePoolInput } from './cloudNodePoolInput';

/** Longer ones are taken by the API, and not by everything else that knows the pool. */
const MAXIMUM_NAME_LENGTH = 25;
const NAME = /^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/;
const INSTANCE_TYPE = /^[A-Z0-9]+[A-Za-z0-9]*\.[A-Z0-9]+$/;

/**
 * Checks a native or regular node pool, before anything is sent.
 *
 * @param instanceTypes - those that the pool names
 *
 * @public
 */
export function checkCloudNodePool(
  input: CloudNodePoolInput,
  instanceTypes: readonly string[],
): Problem[] {
  const { name, replicas, minimumReplicas, maximumReplicas } = input;
  const { diskSize = 50, taints = [] } = input;
  const wrongType = instanceTypes.find(type => !INSTANCE_TYPE.test(type));
  return [
    ...invalidUnless(
      NAME.test(name) && name.length <= MAXIMUM_NAME_LENGTH,
      'name',
      `"${name}" is not a name; use up to ${MAXIMUM_NAME_LENGTH} letters, digits, "-" and "_"`,
    ),
    ...checkIds('subnetIds', /^subnet-[0-9a-z]+$/, input.subnetIds),
    ...checkIds('securityGroupIds', /^sg-[0-9a-z]+$/, input.securityGroupIds),
    ...checkIds('sshKeyIds', /^skey-[0-9a-z]+$/, input.sshKeyIds),
    ...invalidUnless(
      instanceTypes.length > 0 && wrongType === undefined,
      'instanceTypes',
      `"${wrongType ?? ''}" is not an instance type such as SA5.MEDIUM4`,
    ),
    ...invalidUnless(
      [minimumReplicas, replicas, maximumReplicas].every(Number.isInteger) &&
        minimumReplicas >= 0 &&
        minimumReplicas <= replicas &&
        replicas <= maximumReplicas,
      'replicas',
      `${replicas} is not a whole number from ${minimumReplicas} to ${maximumReplicas}`,
    ),
    ...invalidUnless(
      Number.isInteger(diskSize) && diskSize >= 20 && diskSize <= 2048,
      'diskSize',
      `${diskSize} is not a whole number from 20 to 2048`,
    ),
    ...invalidUnless(
      taints.every(({ key }) => key !== AGENT_NOT_READY_TAINT),
      'taints',
      `"${AGENT_NOT_READY_TAINT}" is set by the install profile`,
    ),
  ];
}

function checkIds(
  field: string,
  pattern: RegExp,
  ids: readonly string[],
): Problem[] {
  const wrong = ids.find(id => !pattern.test(id));
  return [
    ...invalidUnless(ids.length > 0, field, 'at least one is needed'),
    ...invalidUnless(
      wrong === undefined,
      field,
      `"${wrong}" does not look like ${pattern.source}`,
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
    : [createFinding('node-pool-input-invalid', { field, reason })];
}
