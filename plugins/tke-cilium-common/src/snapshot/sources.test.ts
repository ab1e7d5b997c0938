import { collectionStates, sourcesOf } from './collections';
import { SNAPSHOT_SOURCES } from './sources';
import { createSnapshotState } from './state';
import { CollectionName } from './types';

describe('SNAPSHOT_SOURCES', () => {
  it('has a different id for every source', () => {
    const ids = SNAPSHOT_SOURCES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('feeds every collection', () => {
    const every: Record<CollectionName, true> = {
      nodes: true,
      pods: true,
      daemonSets: true,
      deployments: true,
      configMaps: true,
      endpointSlices: true,
      helmReleases: true,
      customResourceDefinitions: true,
      ciliumNodes: true,
      ciliumEndpoints: true,
      eligiblePods: true,
      unmanagedPods: true,
      karpenterNodePools: true,
      karpenterNodeClaims: true,
      machineSets: true,
      machines: true,
    };
    const states = collectionStates(createSnapshotState('cls-demo0001', ''));
    expect(Object.keys(states).sort()).toEqual(Object.keys(every).sort());
    expect(states.nodes).toEqual({ state: 'pending' });
  });

  it('never asks for the content of a Secret', () => {
    const secrets = SNAPSHOT_SOURCES.filter(
      ({ plural }) => plural === 'secrets',
    );
    expect(secrets).toHaveLength(1);
    expect(secrets[0].metadataOnly).toBe(true);
  });

  // Facts are held by the name of their object alone.
  it('holds objects of one namespace, or of none', () => {
    const clusterScoped = [
      'nodes',
      'customresourcedefinitions',
      'ciliumnodes',
      'nodepools',
      'nodeclaims',
      'machinesets',
      'machines',
    ];
    expect(
      SNAPSHOT_SOURCES.filter(
        ({ plural, reading, namespace }) =>
          !reading && !namespace && !clusterScoped.includes(plural),
      ),
    ).toEqual([]);
  });

  it('never holds the Pods of the whole cluster', () => {
    expect(
      SNAPSHOT_SOURCES.filter(
        ({ plural, reading, namespace, labelSelector }) =>
          plural === 'pods' &&
          !reading &&
          !(namespace === 'kube-system' && labelSelector),
      ),
    ).toEqual([]);
    expect(sourcesOf('ciliumEndpoints')[0].reading).toBe('count');
  });
});
