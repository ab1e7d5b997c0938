import { notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { waitingForNodes } from '../servedNodes';
import { fails, holds, Rule, unknown, unknownWithout } from '../verdict';

/**
 * Every Pod that Cilium should manage has a CiliumEndpoint.
 *
 * @remarks
 * Row 9 of `cilium status`, which only counts. Pods on super nodes never get a CiliumEndpoint and
 * are in the count, so where some seem to be missing the observer has compared the names.
 */
export const endpointsManaged: Rule = snapshot => {
  const gap =
    unknownWithout(
      snapshot,
      'eligiblePods',
      'ciliumEndpoints',
      'unmanagedPods',
    ) ??
    notInstalled(snapshot) ??
    waitingForNodes(snapshot);
  if (gap) {
    return gap;
  }
  if (!snapshot.endpoints) {
    return unknown('NotCounted', 'The Pods have not been counted yet.');
  }
  const { eligiblePods: pods, ciliumEndpoints } = snapshot.endpoints;
  if (pods <= ciliumEndpoints) {
    return holds('AllManaged', `Cilium manages all ${pods} Pods.`);
  }
  if (!snapshot.unmanagedPods) {
    return unknown(
      'NotCompared',
      `There are ${ciliumEndpoints} CiliumEndpoints for ${pods} Pods. Which Pods have none has not been looked up yet.`,
    );
  }
  const { total, names } = snapshot.unmanagedPods;
  if (total === 0) {
    return holds(
      'AllManaged',
      `Cilium manages all Pods but those on super nodes and those made a moment ago.`,
    );
  }
  return fails(
    'PodsUnmanaged',
    `Cilium does not manage ${total} of ${pods} Pods.`,
    [
      createProblem('unmanaged-pods', {
        unmanaged: total,
        pods,
        names: [...names, ...(total > names.length ? ['…'] : [])].join(', '),
      }),
    ],
  );
};
