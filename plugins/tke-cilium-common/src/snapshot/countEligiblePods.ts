import { SnapshotState, sourceState } from './state';

const NOT_ELIGIBLE = [
  'host-network-pods',
  'succeeded-pods',
  'failed-pods',
  'unscheduled-pods',
];

/**
 * The number of Pods that should have a CiliumEndpoint: neither on the host's network, nor ended,
 * nor without a node. `undefined` until every count it is made from is there.
 *
 * @remarks
 * `cilium status` lists every Pod of the cluster for it. Here the Pods are counted: all of them in
 * one cheap request, minus the kinds that are not eligible. The API server leaves
 * `remainingItemCount` out of a list with a selector, so it is these, the small sets, that are
 * walked, and not the eligible ones.
 *
 * An approximation: the counts are taken one after the other, and Pods on super nodes count in,
 * since no field selector tells them apart. What it says is missing is therefore looked for by name.
 */
export function countEligiblePods(state: SnapshotState): number | undefined {
  const all = synced(state, 'all-pods');
  const others = NOT_ELIGIBLE.map(id => synced(state, id));
  if (all === undefined || others.some(count => count === undefined)) {
    return undefined;
  }
  return Math.max(
    0,
    others.reduce<number>((rest, count) => rest - (count ?? 0), all),
  );
}

function synced(state: SnapshotState, id: string): number | undefined {
  const { collection, count } = sourceState(state, id);
  return collection.state === 'synced' ? count : undefined;
}
