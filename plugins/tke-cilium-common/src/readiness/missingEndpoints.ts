import { ClusterSnapshot, CollectionName } from '../snapshot/types';
import { notInstalled } from './installation';
import { waitingForNodes } from './servedNodes';

const NEEDED: CollectionName[] = [
  'eligiblePods',
  'ciliumEndpoints',
  'daemonSets',
  'nodes',
];

/**
 * How many CiliumEndpoints fewer there are than Pods that should have one.
 *
 * @remarks
 * Only a hint: Pods on super nodes count in, which never have one, and so do Pods that were made a
 * moment ago. An observer compares names when it is above 0. `undefined`: not read yet. 0 also
 * where the question does not arise: Cilium is not installed, has no node, or may not be seen.
 *
 * @public
 */
export function missingEndpoints(
  snapshot: ClusterSnapshot,
): number | undefined {
  const { collections, endpoints } = snapshot;
  if (NEEDED.some(name => collections[name].state === 'pending')) {
    return undefined;
  }
  if (!endpoints || notInstalled(snapshot) || waitingForNodes(snapshot)) {
    return 0;
  }
  return Math.max(0, endpoints.eligiblePods - endpoints.ciliumEndpoints);
}
