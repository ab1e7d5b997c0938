import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { TencentCloudRegion } from '../tencentCloud/TencentCloudRegions';
import type { Asked, CloudChoiceQuery } from './CloudChoiceQuery';
import { readInstanceFamilies } from './familyChoices';
import { readInstanceTypes, readKeyPairs } from './machineChoices';
import { readSecurityGroups, readSubnets, readVpcs } from './networkChoices';
import { readRegions } from './regionChoices';
import { readKubernetesVersions } from './versionChoices';

const READERS: Readonly<
  Record<
    CloudChoiceQuery['kind'],
    (asked: Asked, query: CloudChoiceQuery) => Promise<CloudChoice[]>
  >
> = {
  regions: readRegions,
  'kubernetes-versions': readKubernetesVersions,
  vpcs: readVpcs,
  subnets: readSubnets,
  'security-groups': readSecurityGroups,
  'instance-types': readInstanceTypes,
  'instance-families': readInstanceFamilies,
  'key-pairs': readKeyPairs,
};

/**
 * What a form may offer, as an account has it in a region now: complete, and in the order in which it
 * should be offered.
 *
 * @throws `TencentCloudError`, `NotFoundError` when there is no such cluster, or the signal's reason
 *
 * @public
 */
export async function readCloudChoices(
  cloud: TencentCloudRegion,
  query: CloudChoiceQuery,
  signal: AbortSignal,
): Promise<CloudChoice[]> {
  return READERS[query.kind]({ cloud, signal }, query);
}
