import { ClusterSnapshot } from '../snapshot/types';
import { DISABLED_NODE_SELECTOR, TKE_DAEMON_SETS } from '../vocabulary/names';
import { TkeComponentReadiness } from './types';

const REPLACED = [
  TKE_DAEMON_SETS.kubeProxy,
  TKE_DAEMON_SETS.cniAgent,
  TKE_DAEMON_SETS.ipMasqAgent,
];

/**
 * How the TKE components that Cilium replaces stand.
 *
 * @remarks
 * A pod that ends slowly is gone from the DaemonSet's desired number at once, but stays in its
 * number of misscheduled pods, which is why both the DaemonSet and the pods are asked.
 */
export function tkeComponents(
  snapshot: ClusterSnapshot,
): TkeComponentReadiness[] {
  const isKnown = snapshot.collections.daemonSets.state === 'synced';
  return REPLACED.map(name => {
    const daemonSet = snapshot.daemonSets[name];
    const pods = Math.max(
      snapshot.pods.filter(pod => pod.component === name).length,
      daemonSet?.occupiedNodes ?? 0,
    );
    return { name, state: stateOf(isKnown, daemonSet, pods), pods };
  });
}

function stateOf(
  isKnown: boolean,
  daemonSet: ClusterSnapshot['daemonSets'][string] | undefined,
  pods: number,
): TkeComponentReadiness['state'] {
  if (!isKnown) {
    return 'unknown';
  }
  if (!daemonSet) {
    return pods > 0 ? 'stopping' : 'absent';
  }
  const { key, value } = DISABLED_NODE_SELECTOR;
  if (daemonSet.nodeSelector[key] !== value) {
    return 'enabled';
  }
  return pods > 0 ? 'stopping' : 'disabled';
}
