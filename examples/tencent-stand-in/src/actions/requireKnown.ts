import { ApiError } from '../server/ApiError';
import { Cloud } from '../state/Cloud';

/** What the taint of a node can do. */
export const TAINT_EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/**
 * Refuses ids of subnets that there are not, or that are in another VPC.
 *
 * @param vpcId - without it any will do
 * @throws {@link ApiError} of the code
 */
export function requireSubnets(
  { network }: Cloud,
  ids: readonly string[] | undefined,
  options: { vpcId?: string; code: string },
): void {
  const { vpcId, code } = options;
  if (!ids?.length) {
    throw new ApiError(code, 'subnet ids is not set');
  }
  for (const id of ids) {
    const subnet = network.subnets.find(({ subnetId }) => subnetId === id);
    if (!subnet) {
      throw new ApiError(code, `subnet ${id} is not found`);
    }
    if (vpcId && subnet.vpcId !== vpcId) {
      throw new ApiError(code, `subnet ${id} is not in ${vpcId}`);
    }
  }
}

/**
 * Refuses ids of security groups that there are not, and none at all.
 *
 * @throws {@link ApiError} of the code
 */
export function requireSecurityGroups(
  { network }: Cloud,
  ids: readonly string[] | undefined,
  code: string,
): void {
  if (!ids?.length) {
    throw new ApiError(code, 'security group ids is not set');
  }
  requireAll(
    ids,
    network.securityGroups.map(({ securityGroupId }) => securityGroupId),
    { code, what: 'security group' },
  );
}

/**
 * Refuses what machines cannot be made of: types and keys that there are not.
 *
 * @throws {@link ApiError} of the code
 */
export function requireMachines(
  { machines }: Cloud,
  wanted: { instanceTypes: readonly string[]; keyIds?: readonly string[] },
  code: string,
): void {
  if (wanted.instanceTypes.length === 0) {
    throw new ApiError(code, 'instance type is not set');
  }
  requireAll(
    wanted.instanceTypes,
    machines.instanceTypes.map(({ instanceType }) => instanceType),
    { code, what: 'instance type' },
  );
  requireAll(
    wanted.keyIds ?? [],
    machines.keyPairs.map(({ keyId }) => keyId),
    { code, what: 'key pair' },
  );
}

/**
 * Refuses a value that is not one of those that there are. One that is left out will do.
 *
 * @throws {@link ApiError} of the code
 */
export function requireOneOf(
  name: string,
  value: string | undefined,
  values: readonly string[],
  code: string,
): void {
  if (value !== undefined && !values.includes(value)) {
    throw new ApiError(
      code,
      `${name} ${value} is not one of ${values.join(', ')}`,
    );
  }
}

function requireAll(
  ids: readonly string[],
  known: readonly string[],
  { code, what }: { code: string; what: string },
): void {
  const unknown = ids.find(id => !known.includes(id));
  if (unknown !== undefined) {
    throw new ApiError(code, `${what} ${unknown} is not found`);
  }
}
