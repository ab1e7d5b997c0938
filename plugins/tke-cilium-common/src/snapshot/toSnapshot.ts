import { collectionStates, factsOf } from './collections';
import { countEligiblePods } from './countEligiblePods';
import { mergeNodePools } from './nodePools';
import { SnapshotState, sourceState } from './state';
import { ClusterSnapshot, HelmReleaseFacts, UnmanagedPodFacts } from './types';

/**
 * The snapshot that the rules judge, from what an observer knows.
 *
 * @public
 */
export function toSnapshot(state: SnapshotState): ClusterSnapshot {
  const nodes = factsOf(state, 'nodes');
  const pendingMachines = [
    ...factsOf(state, 'karpenterNodeClaims'),
    ...factsOf(state, 'machines'),
  ];
  return {
    clusterId: state.clusterId,
    observedAt: state.observedAt,
    connection: state.connection,
    kubernetesVersion: state.kubernetesVersion,
    apiServer: factsOf(state, 'endpointSlices')[0],
    collections: collectionStates(state),
    daemonSets: byName(factsOf(state, 'daemonSets')),
    deployments: byName(factsOf(state, 'deployments')),
    configMaps: Object.fromEntries(
      factsOf(state, 'configMaps').map(({ name, ...facts }) => [name, facts]),
    ),
    helmRelease: newestRevision(factsOf(state, 'helmReleases')),
    customResourceDefinitions: factsOf(state, 'customResourceDefinitions'),
    nodes,
    pods: factsOf(state, 'pods'),
    ciliumNodes: factsOf(state, 'ciliumNodes'),
    endpoints: countEndpoints(state),
    unmanagedPods: sampleUnmanagedPods(state),
    nodePools: mergeNodePools(
      [
        ...factsOf(state, 'karpenterNodePools'),
        ...factsOf(state, 'machineSets'),
      ],
      nodes,
      pendingMachines,
    ),
    pendingMachines,
  };
}

function byName<Facts extends { name: string }>(
  facts: Facts[],
): Record<string, Facts> {
  return Object.fromEntries(facts.map(fact => [fact.name, fact]));
}

function newestRevision(
  releases: HelmReleaseFacts[],
): HelmReleaseFacts | undefined {
  return releases.reduce<HelmReleaseFacts | undefined>(
    (newest, release) =>
      newest && newest.revision > release.revision ? newest : release,
    undefined,
  );
}

function countEndpoints(state: SnapshotState): ClusterSnapshot['endpoints'] {
  const eligiblePods = countEligiblePods(state);
  const { collection, count } = sourceState(state, 'cilium-endpoints');
  const ciliumEndpoints = collection.state === 'absent' ? 0 : count;
  return eligiblePods === undefined || ciliumEndpoints === undefined
    ? undefined
    : { eligiblePods, ciliumEndpoints };
}

function sampleUnmanagedPods(
  state: SnapshotState,
): UnmanagedPodFacts | undefined {
  const { count } = sourceState(state, 'unmanaged-pods');
  return count === undefined
    ? undefined
    : { total: count, names: factsOf(state, 'unmanagedPods') };
}
