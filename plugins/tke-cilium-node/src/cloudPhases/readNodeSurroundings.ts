import type { NodeSurroundings } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  readInstanceTypes,
  readKeyPairs,
} from '../cloudChoices/machineChoices';
import { readSecurityGroups } from '../cloudChoices/networkChoices';
import type { CloudPhase } from './CloudPhase';

/** What nodes can be made from in the region: the same lists that forms offer. */
export async function readNodeSurroundings(
  phase: CloudPhase,
): Promise<NodeSurroundings> {
  const [securityGroups, sshKeys, instanceTypes] = await Promise.all([
    readSecurityGroups(phase),
    readKeyPairs(phase),
    readInstanceTypes(phase, {}),
  ]);
  return {
    securityGroupIds: securityGroups.map(({ value }) => value),
    sshKeyIds: sshKeys.map(({ value }) => value),
    machines: instanceTypes.map(({ value, details = {} }) => ({
      instanceType: value,
      family: String(details.family),
      zones: details.zones ? String(details.zones).split(', ') : [],
    })),
  };
}
