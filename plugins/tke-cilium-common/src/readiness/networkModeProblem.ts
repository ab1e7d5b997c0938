import { ClusterSnapshot } from '../snapshot/types';
import { detectNetworkMode } from './detectNetworkMode';
import { createProblem } from './problems/catalogue';
import { Problem } from './types';

/** Why Cilium does not fit the network of the cluster; `undefined` when it does. */
export function networkModeProblem(
  snapshot: ClusterSnapshot,
): Problem | undefined {
  const { mode, evidence } = detectNetworkMode(snapshot);
  switch (mode) {
    case 'vpc-cni':
      return undefined;
    case 'foreign-cilium':
      return createProblem('foreign-cilium', { evidence });
    default:
      return createProblem(`network-${mode}`, { evidence });
  }
}
