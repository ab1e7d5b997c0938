import { createFinding } from '../preflight/findings';
import { Problem } from '../readiness/types';
import { ClusterSurroundings } from './clusterInput';
import { NodeSurroundings, PlannedNodes } from './plannedNodes';

/** Beside the nodes: the load balancer of the API server, or the super node that carries it. */
const ADDRESSES_OF_ACCESS = 1;

/** Where the nodes are to be. @public */
export type NodePlace = {
  vpcId: string;
  /** `undefined` when there is no such VPC. */
  subnets: ClusterSurroundings['subnets'] | undefined;
};

/**
 * Checks whether nodes can be had that are going to be added to a cluster.
 *
 * @public
 */
export function checkPlannedNodes(
  nodes: PlannedNodes,
  { vpcId, subnets }: NodePlace,
  around: NodeSurroundings,
): Problem[] {
  const mine = (subnets ?? []).filter(
    each => each.vpcId === vpcId && nodes.subnetIds.includes(each.subnetId),
  );
  const found = mine.map(({ subnetId }) => subnetId);
  const { securityGroupIds, sshKeyIds = [] } = nodes;
  return [
    ...(subnets ? missing(nodes.subnetIds, found) : []).map(subnet =>
      createFinding('cluster-subnet-not-found', { subnet, vpc: vpcId }),
    ),
    ...(mine.length > 0 ? checkAddresses(nodes, mine) : []),
    ...missing(securityGroupIds, around.securityGroupIds).map(securityGroup =>
      createFinding('cluster-security-group-not-found', { securityGroup }),
    ),
    ...missing(sshKeyIds, around.sshKeyIds).map(sshKey =>
      createFinding('cluster-ssh-key-not-found', { sshKey }),
    ),
    ...(mine.length > 0
      ? checkMachines(nodes, unique(mine.map(({ zone }) => zone)), around)
      : []),
  ];
}

function checkAddresses(
  { replicas = 0 }: PlannedNodes,
  subnets: ClusterSurroundings['subnets'],
): Problem[] {
  const needed = replicas + ADDRESSES_OF_ACCESS;
  const free = subnets.reduce((sum, each) => sum + each.freeAddresses, 0);
  return free >= needed
    ? []
    : [
        createFinding('cluster-node-subnets-full', {
          subnets: subnets.map(({ subnetId }) => subnetId).join(', '),
          free,
          needed,
        }),
      ];
}

/** Of several types or families one is enough. */
function checkMachines(
  { instanceTypes = [], instanceFamilies = [] }: PlannedNodes,
  zones: readonly string[],
  { machines }: NodeSurroundings,
): Problem[] {
  const wanted = [...instanceTypes, ...instanceFamilies];
  const sellers = unique(
    machines
      .filter(
        ({ instanceType, family }) =>
          instanceTypes.includes(instanceType) ||
          instanceFamilies.includes(family),
      )
      .flatMap(machine => machine.zones),
  );
  return wanted.length === 0 || sellers.some(zone => zones.includes(zone))
    ? []
    : [
        createFinding('cluster-machines-not-sold', {
          machines: wanted.join(', '),
          zones: zones.join(', '),
          sellers: sellers.join(', ') || 'none',
        }),
      ];
}

function missing(ids: readonly string[], known: readonly string[]): string[] {
  return ids.filter(id => !known.includes(id));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
