import { notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { superNodeNames, waitingForNodes } from '../servedNodes';
import { fails, holds, Rule, unknown, unknownWithout } from '../verdict';

/**
 * Every Pod that Cilium should manage has a CiliumEndpoint.
 *
 * @remarks
 * Row 9 of `cilium status`. Pods on super nodes never get a CiliumEndpoint and are in the count,
 * so a cluster that has super nodes is judged only while nothing is missing.
 */
export const endpointsManaged: Rule = snapshot => {
  const gap =
    unknownWithout(snapshot, 'eligiblePods', 'ciliumEndpoints') ??
    notInstalled(snapshot) ??
    waitingForNodes(snapshot);
  if (gap) {
    return gap;
  }
  if (!snapshot.endpoints) {
    return unknown('NotCounted', 'The Pods have not been counted yet.');
  }
  const { eligiblePods: pods, ciliumEndpoints } = snapshot.endpoints;
  const unmanaged = pods - ciliumEndpoints;
  if (unmanaged <= 0) {
    return holds('AllManaged', `Cilium manages all ${pods} Pods.`);
  }
  const message = `Cilium manages ${ciliumEndpoints} of ${pods} Pods.`;
  if (superNodeNames(snapshot).size > 0) {
    return unknown(
      'SuperNodePodsCounted',
      `${message} Pods on super nodes are among them, which Cilium never manages.`,
    );
  }
  return fails('PodsUnmanaged', message, [
    createProblem('unmanaged-pods', { unmanaged, pods }),
  ]);
};
