import { textAt } from './json';
import { REDUCERS } from './reduce/reducers';
import { createSharedValues, shareEqual, SharedValues } from './sharedValues';
import { SnapshotSource } from './sources';
import { SnapshotState, SourceState, sourceState, withSource } from './state';
import { CollectionState } from './types';

/**
 * The reduced objects of a page of a list. Opaque.
 *
 * @public
 */
export type ReducedObjects = ReadonlyMap<string, unknown>;

/**
 * A change that a watch reported, with the object as parsed JSON.
 *
 * @public
 */
export type ObjectEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: unknown;
};

const SYNCED: CollectionState = { state: 'synced' };

/**
 * Reduces a page of a list, so that its whole objects can be dropped before the next page is read.
 *
 * @param shared - what the pages of one list have in common; give each of them the same
 *
 * @public
 */
export function reduceObjects(
  source: SnapshotSource,
  objects: Iterable<unknown>,
  shared: SharedValues = createSharedValues(),
): ReducedObjects {
  const facts = new Map<string, unknown>();
  for (const object of objects) {
    const reduced = REDUCERS[source.collection](object);
    if (reduced !== undefined) {
      facts.set(
        shareEqual(objectKey(object), shared),
        shareEqual(reduced, shared),
      );
    }
  }
  return facts;
}

/**
 * Replaces everything known from a source by the pages of a complete list.
 *
 * @public
 */
export function replaceObjects(
  state: SnapshotState,
  source: SnapshotSource,
  pages: Iterable<ReducedObjects>,
  now: string,
): SnapshotState {
  const before = sourceState(state, source.id);
  const facts = new Map<string, unknown>();
  let changed = before.collection.state !== 'synced';
  for (const page of pages) {
    for (const [key, reduced] of page) {
      const known = before.facts.get(key);
      const same = isSame(known, reduced);
      changed ||= !same;
      // Verdicts refer to what is known: a copy of it would be held beside it.
      facts.set(key, same ? known : reduced);
    }
  }
  changed ||= facts.size !== before.facts.size;
  return changed
    ? withSource(state, source.id, { collection: SYNCED, facts }, now)
    : { ...state, observedAt: now };
}

/**
 * Applies the changes that a watch reported, in order.
 *
 * @remarks
 * The facts of the source are copied once per call: hand over what has arrived as one batch.
 *
 * @public
 */
export function applyEvents(
  state: SnapshotState,
  source: SnapshotSource,
  events: Iterable<ObjectEvent>,
  now: string,
): SnapshotState {
  const before = sourceState(state, source.id);
  let facts: Map<string, unknown> | undefined;
  const shared = createSharedValues();
  for (const { type, object } of events) {
    const key = objectKey(object);
    const known = (facts ?? before.facts).get(key);
    const reduced =
      type === 'DELETED' ? undefined : REDUCERS[source.collection](object);
    if (isSame(known, reduced)) {
      continue;
    }
    facts ??= new Map(before.facts);
    if (reduced === undefined) {
      facts.delete(key);
    } else {
      // Most of it is as it was.
      shareEqual(known, shared);
      facts.set(shareEqual(key, shared), shareEqual(reduced, shared));
    }
  }
  return facts
    ? withSource(state, source.id, { ...before, facts }, now)
    : { ...state, observedAt: now };
}

/**
 * Records the number of objects of a source that is counted.
 *
 * @public
 */
export function setCount(
  state: SnapshotState,
  source: SnapshotSource,
  count: number,
  now: string,
): SnapshotState {
  const before = sourceState(state, source.id);
  return before.count === count && before.collection.state === 'synced'
    ? { ...state, observedAt: now }
    : withSource(
        state,
        source.id,
        { collection: SYNCED, facts: before.facts, count },
        now,
      );
}

/**
 * Records what the comparison of a source found. `undefined`: there was nothing to compare.
 *
 * @public
 */
export function setSample(
  state: SnapshotState,
  source: SnapshotSource,
  sample: { total: number; names: string[] } | undefined,
  now: string,
): SnapshotState {
  const before = sourceState(state, source.id);
  const next: SourceState = {
    collection: SYNCED,
    facts: new Map(sample?.names.map(name => [name, name])),
    count: sample?.total,
  };
  return isSame(before.collection, SYNCED) &&
    before.count === next.count &&
    isSame([...before.facts], [...next.facts])
    ? { ...state, observedAt: now }
    : withSource(state, source.id, next, now);
}

/**
 * Records how well a source is known, when reading it did not simply work.
 *
 * @remarks
 * `failed` and `pending` keep what was known before; `absent` and `forbidden` forget it.
 *
 * @public
 */
export function setCollection(
  state: SnapshotState,
  source: SnapshotSource,
  collection: CollectionState,
  now: string,
): SnapshotState {
  const before = sourceState(state, source.id);
  if (isSame(before.collection, collection)) {
    return state;
  }
  const forgets =
    collection.state === 'absent' || collection.state === 'forbidden';
  const next: SourceState = forgets
    ? { collection, facts: new Map() }
    : { ...before, collection };
  return withSource(state, source.id, next, now);
}

/** The name is enough: what is held of a source comes from one namespace, or has none. */
function objectKey(object: unknown): string {
  return textAt(object, 'metadata', 'name') ?? '';
}

/** Facts are small plain data whose keys a reducer always writes in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
