import {
  conditionStatus,
  isReady,
  timestamp,
  type Action,
  type Pod,
  type World,
} from './World';

// The node lifecycle controller may still work with what it last read of the node.
const SETTLE_MILLISECONDS = 2_000;

/**
 * What the kubelets of nodes say again and again: that a pod whose containers are all ready is ready.
 *
 * @remarks
 * The node lifecycle controller marks the pods of a node that is not ready as not ready too, also
 * those that come up while a new node waits for its network. kwok says once that a pod is ready, so
 * of a thousand nodes that were added at once some pods stayed not ready for ever. A kubelet says it
 * before its node is ready, too: among five thousand nodes were three whose Cilium agent had been
 * marked, which waited for the agent as the agent waited for them.
 */
export function kubelets(world: World): Action[] {
  const liveNodes = new Set(
    world.nodes
      .filter(
        // The controller writes Unknown once a kubelet says nothing any more.
        ({ status }) =>
          conditionStatus(status.conditions, 'Ready') !== 'Unknown',
      )
      .map(({ metadata }) => metadata.name),
  );
  return world.pods
    .filter(
      pod =>
        liveNodes.has(pod.spec.nodeName ?? '') && wasMarked(pod, world.now),
    )
    .map(
      (object): Action => ({
        verb: 'patch-status',
        object,
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              lastTransitionTime: timestamp(world.now),
            },
          ],
        },
      }),
    );
}

function wasMarked(pod: Pod, now: number): boolean {
  const conditions = pod.status?.conditions;
  const since = conditions?.find(
    ({ type }) => type === 'Ready',
  )?.lastTransitionTime;
  return (
    pod.status?.phase === 'Running' &&
    !pod.metadata.deletionTimestamp &&
    !isReady(pod) &&
    conditionStatus(conditions, 'ContainersReady') === 'True' &&
    now - Date.parse(since ?? '') > SETTLE_MILLISECONDS
  );
}
