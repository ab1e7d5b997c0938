import { CollectionFacts } from './reduce/reducers';
import { SNAPSHOT_SOURCES, SnapshotSource } from './sources';
import { SnapshotState, sourceState } from './state';
import { CollectionName, CollectionState } from './types';

/** From the least to the best known: a collection is known as well as its least known source. */
const WORST_FIRST = ['failed', 'forbidden', 'pending', 'synced'] as const;

/** The sources that feed a collection. */
export function sourcesOf(collection: CollectionName): SnapshotSource[] {
  return SNAPSHOT_SOURCES.filter(source => source.collection === collection);
}

/** How well every collection is known. */
export function collectionStates(
  state: SnapshotState,
): Record<CollectionName, CollectionState> {
  const names = new Set(SNAPSHOT_SOURCES.map(source => source.collection));
  return Object.fromEntries(
    [...names].map(name => [name, collectionState(state, name)]),
    // Every collection has a source, which the tests of the sources assert.
  ) as Record<CollectionName, CollectionState>;
}

function collectionState(
  state: SnapshotState,
  name: CollectionName,
): CollectionState {
  const states = sourcesOf(name).map(
    source => sourceState(state, source.id).collection,
  );
  for (const worst of WORST_FIRST) {
    const found = states.find(candidate => candidate.state === worst);
    if (found) {
      return found;
    }
  }
  return states[0];
}

/** The reduced objects of a collection, each once, in the order of their names. */
export function factsOf<Name extends CollectionName>(
  state: SnapshotState,
  name: Name,
): CollectionFacts[Name][] {
  const merged = new Map<string, CollectionFacts[Name]>();
  for (const source of sourcesOf(name)) {
    for (const [key, facts] of sourceState(state, source.id).facts) {
      // Only the reducer of this collection writes the facts of its sources.
      merged.set(key, facts as CollectionFacts[Name]);
    }
  }
  return [...merged].sort(([a], [b]) => compareNames(a, b)).map(([, f]) => f);
}

function compareNames(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
