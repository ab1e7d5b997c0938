import { ClusterSnapshot, WorkloadFacts } from '../snapshot/types';
import {
  CILIUM_CONFIG,
  CILIUM_RELEASE,
  CILIUM_WORKLOADS,
  TKE_DAEMON_SETS,
} from '../vocabulary/names';

/**
 * How the Pods of a cluster get their network.
 *
 * @remarks
 * - `vpc-cni`: TKE's VPC-CNI, with or without an earlier install by this product: the one that Cilium fits
 * - `global-router`: TKE's bridge network
 * - `dataplane-v2`: VPC-CNI with the Cilium that TKE brings in place of kube-proxy
 * - `cilium-overlay`: TKE's own Cilium overlay
 * - `foreign-cilium`: a Cilium that was installed in another way
 * - `unknown`: the facts do not say
 *
 * @public
 */
export type NetworkMode =
  | 'vpc-cni'
  | 'global-router'
  | 'dataplane-v2'
  | 'cilium-overlay'
  | 'foreign-cilium'
  | 'unknown';

/** A network mode with what gave it away, in words that follow "because". @public */
export type NetworkModeVerdict = { mode: NetworkMode; evidence: string };

/**
 * Tells from a snapshot how the Pods of the cluster get their network.
 *
 * @remarks
 * Same order as the guide's own script (`detect_network_mode`), with one difference that makes it re-entrant: a
 * Cilium that follows the guide's chain is not foreign.
 *
 * @public
 */
export function detectNetworkMode(
  snapshot: ClusterSnapshot,
): NetworkModeVerdict {
  const { state, message } = snapshot.collections.daemonSets;
  if (state !== 'synced') {
    return {
      mode: 'unknown',
      evidence: `the DaemonSets were not read (${message ?? state})`,
    };
  }
  const cilium = snapshot.daemonSets[CILIUM_WORKLOADS.agent];
  const eniAgent = snapshot.daemonSets[TKE_DAEMON_SETS.eniAgent];
  if (snapshot.daemonSets[TKE_DAEMON_SETS.bridgeAgent]) {
    return {
      mode: 'global-router',
      evidence: `DaemonSet ${TKE_DAEMON_SETS.bridgeAgent} exists`,
    };
  }
  if (!eniAgent) {
    return detectWithoutEniAgent(cilium);
  }
  if (cilium && !isTkeImage(cilium)) {
    const foreign = explainForeignCilium(snapshot, cilium);
    return foreign
      ? { mode: 'foreign-cilium', evidence: foreign }
      : {
          mode: 'vpc-cni',
          evidence: `DaemonSet ${eniAgent.name} exists and Cilium is chained behind it`,
        };
  }
  const dataPlaneV2 = explainDataPlaneV2(snapshot, eniAgent, cilium);
  return dataPlaneV2
    ? { mode: 'dataplane-v2', evidence: dataPlaneV2 }
    : { mode: 'vpc-cni', evidence: `DaemonSet ${eniAgent.name} exists` };
}

function detectWithoutEniAgent(
  cilium: WorkloadFacts | undefined,
): NetworkModeVerdict {
  if (!cilium) {
    return {
      mode: 'unknown',
      evidence: `there is neither a DaemonSet ${TKE_DAEMON_SETS.eniAgent} nor ${TKE_DAEMON_SETS.bridgeAgent}`,
    };
  }
  return isTkeImage(cilium)
    ? {
        mode: 'cilium-overlay',
        evidence: `DaemonSet ${cilium.name} runs an image of TKE and there is no ${TKE_DAEMON_SETS.eniAgent}`,
      }
    : {
        mode: 'foreign-cilium',
        evidence: `DaemonSet ${cilium.name} exists without ${TKE_DAEMON_SETS.eniAgent}`,
      };
}

/** Why a Cilium is not one that this product may take over; `undefined` when it is. */
function explainForeignCilium(
  snapshot: ClusterSnapshot,
  cilium: WorkloadFacts,
): string | undefined {
  if (cilium.helmRelease !== CILIUM_RELEASE) {
    return cilium.helmRelease
      ? `DaemonSet ${cilium.name} belongs to the Helm release ${cilium.helmRelease}`
      : `DaemonSet ${cilium.name} does not belong to a Helm release`;
  }
  const config = snapshot.configMaps[CILIUM_CONFIG]?.data;
  if (
    snapshot.helmRelease?.profile ||
    !config ||
    (config.ipam === 'delegated-plugin' &&
      config['cni-chaining-mode'] === 'generic-veth')
  ) {
    return undefined;
  }
  return `the Helm release ${CILIUM_RELEASE} does not follow the guide: ConfigMap ${CILIUM_CONFIG} has ipam ${
    config.ipam ?? 'unset'
  } and cni-chaining-mode ${config['cni-chaining-mode'] ?? 'unset'}`;
}

/** DataPlaneV2 runs Cilium either as a DaemonSet of its own or as a sidecar of tke-eni-agent. */
function explainDataPlaneV2(
  snapshot: ClusterSnapshot,
  eniAgent: WorkloadFacts,
  cilium: WorkloadFacts | undefined,
): string | undefined {
  if (cilium) {
    return `DaemonSet ${cilium.name} runs an image of TKE`;
  }
  const config = snapshot.configMaps[CILIUM_CONFIG];
  if (config && config.helmRelease !== CILIUM_RELEASE) {
    return `ConfigMap ${CILIUM_CONFIG} exists and no Helm release owns it`;
  }
  if (eniAgent.containers.length > 1) {
    return `DaemonSet ${
      eniAgent.name
    } has more than one container: ${eniAgent.containers
      .map(container => container.name)
      .join(', ')}`;
  }
  if (eniAgent.containers.some(({ image }) => image.includes('cilium'))) {
    return `DaemonSet ${eniAgent.name} runs an image of Cilium`;
  }
  return snapshot.daemonSets[TKE_DAEMON_SETS.kubeProxy]
    ? undefined
    : `there is no DaemonSet ${TKE_DAEMON_SETS.kubeProxy}`;
}

/** Whether TKE brought it. A release of Helm may pull from a registry path of the same name. */
function isTkeImage(workload: WorkloadFacts): boolean {
  return (
    !workload.helmRelease &&
    workload.containers.some(({ image }) => image.includes('tkeimages'))
  );
}
