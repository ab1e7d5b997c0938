import {
  CollectionName,
  HelmReleaseFacts,
  NodeFacts,
  NodePoolFacts,
  PendingMachineFacts,
  PodFacts,
  WorkloadFacts,
} from '../types';
import { ConfigMapFacts, reduceConfigMap } from './reduceConfigMap';
import { EndpointSliceFacts, reduceEndpointSlice } from './reduceEndpointSlice';
import { reduceHelmRelease } from './reduceHelmRelease';
import { reduceKarpenterNodeClaim } from './reduceKarpenterNodeClaim';
import { reduceKarpenterNodePool } from './reduceKarpenterNodePool';
import { reduceMachine } from './reduceMachine';
import { reduceMachineSet } from './reduceMachineSet';
import { reduceCustomResourceDefinition, reduceName } from './reduceName';
import { reduceNode } from './reduceNode';
import { reducePod } from './reducePod';
import { reduceDaemonSet, reduceDeployment } from './reduceWorkload';

/** What is kept of each object of a collection. Collections that are counted keep nothing, and those that are compared keep names. */
export type CollectionFacts = {
  nodes: NodeFacts;
  pods: PodFacts;
  daemonSets: WorkloadFacts;
  deployments: WorkloadFacts;
  configMaps: ConfigMapFacts;
  endpointSlices: EndpointSliceFacts;
  helmReleases: HelmReleaseFacts;
  customResourceDefinitions: string;
  ciliumNodes: string;
  ciliumEndpoints: never;
  eligiblePods: never;
  unmanagedPods: string;
  karpenterNodePools: NodePoolFacts;
  karpenterNodeClaims: PendingMachineFacts;
  machineSets: NodePoolFacts;
  machines: PendingMachineFacts;
};

/** How an object of each collection is reduced. `undefined`: nothing of it is kept. */
export const REDUCERS: {
  [Name in CollectionName]: (
    object: unknown,
  ) => CollectionFacts[Name] | undefined;
} = {
  nodes: reduceNode,
  pods: reducePod,
  daemonSets: reduceDaemonSet,
  deployments: reduceDeployment,
  configMaps: reduceConfigMap,
  endpointSlices: reduceEndpointSlice,
  helmReleases: reduceHelmRelease,
  customResourceDefinitions: reduceCustomResourceDefinition,
  ciliumNodes: reduceName,
  ciliumEndpoints: () => undefined,
  eligiblePods: () => undefined,
  unmanagedPods: () => undefined,
  karpenterNodePools: reduceKarpenterNodePool,
  karpenterNodeClaims: reduceKarpenterNodeClaim,
  machineSets: reduceMachineSet,
  machines: reduceMachine,
};
