import { Readiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Whether there is any Cilium in the cluster, working or not. */
export function isInstalled(readiness: Readiness): boolean {
  return Boolean(readiness.cilium.release || readiness.workloads.agent.image);
}
