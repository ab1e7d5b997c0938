import { ConditionType } from '../types';
import { Rule } from '../verdict';
import { agentsReady } from './agentsReady';
import { apiServerAddressCurrent } from './apiServerAddressCurrent';
import { ciliumConfigured } from './ciliumConfigured';
import { cniConfigured } from './cniConfigured';
import { connected } from './connected';
import { crdsRegistered } from './crdsRegistered';
import { endpointsManaged } from './endpointsManaged';
import { eniAgentReady } from './eniAgentReady';
import { envoyReady } from './envoyReady';
import { kubernetesSupported } from './kubernetesSupported';
import { nodePoolsReady } from './nodePoolsReady';
import { nodesReady } from './nodesReady';
import { operatorReady } from './operatorReady';
import { releaseDeployed } from './releaseDeployed';
import { supported } from './supported';
import { tkeComponentsDisabled } from './tkeComponentsDisabled';

/** The rule of every condition, in the order in which an install makes them true. */
export const RULES: Record<ConditionType, Rule> = {
  Connected: connected,
  Supported: supported,
  KubernetesSupported: kubernetesSupported,
  EniAgentReady: eniAgentReady,
  CniConfigured: cniConfigured,
  ReleaseDeployed: releaseDeployed,
  CiliumConfigured: ciliumConfigured,
  ApiServerAddressCurrent: apiServerAddressCurrent,
  TkeComponentsDisabled: tkeComponentsDisabled,
  NodePoolsReady: nodePoolsReady,
  NodesReady: nodesReady,
  OperatorReady: operatorReady,
  CrdsRegistered: crdsRegistered,
  AgentsReady: agentsReady,
  EnvoyReady: envoyReady,
  EndpointsManaged: endpointsManaged,
};
