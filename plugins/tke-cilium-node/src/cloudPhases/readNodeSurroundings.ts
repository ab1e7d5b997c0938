import type {
  NodeSurroundings,
  PlannedNodes,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  readInstanceTypes,
  readKeyPairs,
} from '../cloudChoices/machineChoices';
import { readSecurityGroups } from '../cloudChoices/networkChoices';
import type { CloudPhase } from './CloudPhase';

/**
 * What the region has of what nodes are to be made from: the same lists that forms offer, as far as
 * the nodes name anything of them.
 */
export async function readNodeSurroundings(
  phase: CloudPhase,
  nodes: PlannedNodes,
): Promise<NodeSurroundings> {
  const { securityGroupIds, sshKeyIds, instanceTypes, instanceFamilies } =
    nodes;
  const namesMachines = [instanceTypes, instanceFamilies].some(isNamed);
  const [securityGroups, sshKeys, machines] = await Promise.all([
    isNamed(securityGroupIds) ? readSecurityGroups(phase) : [],
    isNamed(sshKeyIds) ? readKeyPairs(phase) : [],
    namesMachines ? readInstanceTypes(phase, {}) : [],
  ]);
  return {
    securityGroupIds: securityGroups.map(({ value }) => value),
    sshKeyIds: sshKeys.map(({ value }) => value),
    machines: machines.map(({ value, details = {} }) => ({
      instanceType: value,
      family: String(details.family),
      zones: details.zones ? String(details.zones).split(', ') : [],
    })),
  };
}

function isNamed(names: readonly string[] | undefined): boolean {
  return names !== undefined && names.length > 0;
}
