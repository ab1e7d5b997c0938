import { detectNetworkMode } from '../readiness/detectNetworkMode';
import { eniAgentVersion } from '../readiness/eniAgentVersion';
import { createFinding } from './findings';
import { Problem } from '../readiness/types';
import { ClusterSnapshot, WorkloadFacts } from '../snapshot/types';
import { isAtLeast } from '../versions/version';
import {
  DISABLED_NODE_SELECTOR,
  MINIMUM_ENI_AGENT_VERSION,
  TKE_DAEMON_SETS,
} from '../vocabulary/names';

const KARPENTER_CRD = 'nodepools.karpenter.sh';

/** What the guide asks of the components that TKE brings. */
export function checkComponents(snapshot: ClusterSnapshot): Problem[] {
  if (snapshot.collections.daemonSets.state !== 'synced') {
    return checkKarpenter(snapshot);
  }
  return [
    ...checkEniAgent(snapshot.daemonSets[TKE_DAEMON_SETS.eniAgent]),
    ...checkKubeProxy(snapshot),
    ...checkIpMasqAgent(snapshot.daemonSets[TKE_DAEMON_SETS.ipMasqAgent]),
    ...checkKarpenter(snapshot),
  ];
}

/** Only a warning: the install has a phase that upgrades the agent, after this check. */
function checkEniAgent(eniAgent: WorkloadFacts | undefined): Problem[] {
  if (!eniAgent) {
    return [];
  }
  const version = eniAgentVersion(eniAgent);
  const minimum = MINIMUM_ENI_AGENT_VERSION;
  if (version === undefined) {
    const image = eniAgent.containers.map(container => container.image).join();
    return [createFinding('eni-agent-version-unknown', { image, minimum })];
  }
  return isAtLeast(version, minimum)
    ? []
    : [createFinding('eni-agent-too-old', { version, minimum }, 'warning')];
}

/** Before our install a missing kube-proxy means DataPlaneV2; after it, somebody deleted it. */
function checkKubeProxy(snapshot: ClusterSnapshot): Problem[] {
  return detectNetworkMode(snapshot).mode === 'vpc-cni' &&
    !snapshot.daemonSets[TKE_DAEMON_SETS.kubeProxy]
    ? [createFinding('kube-proxy-deleted', {})]
    : [];
}

function checkIpMasqAgent(agent: WorkloadFacts | undefined): Problem[] {
  const { key, value } = DISABLED_NODE_SELECTOR;
  return agent && agent.nodeSelector[key] !== value
    ? [createFinding('ip-masq-agent-present', {})]
    : [];
}

function checkKarpenter(snapshot: ClusterSnapshot): Problem[] {
  return snapshot.collections.customResourceDefinitions.state === 'synced' &&
    !snapshot.customResourceDefinitions.includes(KARPENTER_CRD)
    ? [createFinding('karpenter-not-installed', {})]
    : [];
}
