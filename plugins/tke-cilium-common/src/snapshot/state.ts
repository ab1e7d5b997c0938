import { CollectionState, ConnectionFacts } from './types';

/** What an observer knows from one source. @public */
export type SourceState = {
  readonly collection: CollectionState;
  /** Reduced objects by name. */
  readonly facts: ReadonlyMap<string, unknown>;
  /** Of a source that is counted or compared. */
  readonly count?: number;
};

/**
 * What an observer knows of a cluster: reduced facts, by source. Immutable.
 *
 * @public
 */
export type SnapshotState = {
  readonly clusterId: string;
  /** When the newest fact was observed, ISO 8601. */
  readonly observedAt: string;
  /** Counts up when a fact changes, and not when an object changes in a way that does not matter. */
  readonly revision: number;
  readonly connection: ConnectionFacts;
  readonly kubernetesVersion?: string;
  /** Opaque: by source id. Read it with `toSnapshot`. */
  readonly sources: Readonly<Record<string, SourceState>>;
};

const UNKNOWN_SOURCE: SourceState = {
  collection: { state: 'pending' },
  facts: new Map(),
};

/**
 * The state of an observer that has not read anything yet.
 *
 * @param now - ISO 8601
 * @public
 */
export function createSnapshotState(
  clusterId: string,
  now: string,
): SnapshotState {
  return {
    clusterId,
    observedAt: now,
    revision: 0,
    connection: { state: 'connecting', since: now },
    sources: {},
  };
}

/**
 * Records whether the API server answers. `since` stays while the state is the same.
 *
 * @public
 */
export function setConnection(
  state: SnapshotState,
  connection: Pick<ConnectionFacts, 'state' | 'message'>,
  now: string,
): SnapshotState {
  const before = state.connection;
  if (
    before.state === connection.state &&
    before.message === connection.message
  ) {
    return state;
  }
  return {
    ...state,
    revision: state.revision + 1,
    connection: {
      state: connection.state,
      message: connection.message,
      since: before.state === connection.state ? before.since : now,
    },
  };
}

/**
 * Records the version that the API server reports.
 *
 * @public
 */
export function setKubernetesVersion(
  state: SnapshotState,
  kubernetesVersion: string,
  now: string,
): SnapshotState {
  return kubernetesVersion === state.kubernetesVersion
    ? { ...state, observedAt: now }
    : {
        ...state,
        observedAt: now,
        revision: state.revision + 1,
        kubernetesVersion,
      };
}

/** What is known from a source; `pending` when nothing is. */
export function sourceState(state: SnapshotState, id: string): SourceState {
  return state.sources[id] ?? UNKNOWN_SOURCE;
}

/** The state with one source replaced. */
export function withSource(
  state: SnapshotState,
  id: string,
  source: SourceState,
  now: string,
): SnapshotState {
  return {
    ...state,
    observedAt: now,
    revision: state.revision + 1,
    sources: { ...state.sources, [id]: source },
  };
}
