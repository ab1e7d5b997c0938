import { ClusterSnapshot } from '../snapshot/types';
import { CILIUM_WORKLOADS } from '../vocabulary/names';
import { superNodeNames } from './servedNodes';
import { Readiness, WorkloadReadiness } from './types';

/** Desired and ready copies of Cilium's workloads. */
export function workloads(snapshot: ClusterSnapshot): Readiness['workloads'] {
  const operator = snapshot.deployments[CILIUM_WORKLOADS.operator];
  return {
    agent: daemonSetReadiness(snapshot, CILIUM_WORKLOADS.agent),
    envoy: daemonSetReadiness(snapshot, CILIUM_WORKLOADS.envoy),
    operator: {
      desired: operator?.desired ?? 0,
      ready: operator?.ready ?? 0,
      image: operator?.containers[0]?.image,
    },
  };
}

/** Without the pods on super nodes, which the DaemonSet counts although they can never be ready. */
function daemonSetReadiness(
  snapshot: ClusterSnapshot,
  name: string,
): WorkloadReadiness {
  const daemonSet = snapshot.daemonSets[name];
  if (!daemonSet) {
    return { desired: 0, ready: 0 };
  }
  const superNodes = superNodeNames(snapshot);
  const excluded = snapshot.pods.filter(
    pod => pod.component === name && superNodes.has(pod.nodeName ?? ''),
  );
  return {
    desired: Math.max(0, daemonSet.desired - excluded.length),
    ready: Math.max(
      0,
      daemonSet.ready - excluded.filter(pod => pod.ready).length,
    ),
    image: daemonSet.containers[0]?.image,
  };
}
