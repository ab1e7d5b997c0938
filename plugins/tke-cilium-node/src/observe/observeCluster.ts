import {
  ClusterSnapshot,
  CollectionName,
  createSharedValues,
  createSnapshotState,
  missingEndpoints,
  replaceObjects,
  setCollection,
  setConnection,
  setCount,
  setKubernetesVersion,
  setSample,
  SNAPSHOT_SOURCES,
  SnapshotSource,
  SnapshotState,
  toSnapshot,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { isForbidden, isKubernetesError } from '../kubernetes/KubernetesError';
import { retry } from '../kubernetes/retry';
import { startOverWhenExpired } from '../kubernetes/startOverWhenExpired';
import { countObjects } from '../watch/countObjects';
import { listPages } from '../watch/listPages';
import { listUnmanagedPods } from '../watch/listUnmanagedPods';
import { DEFAULT_WATCH_TIMINGS } from '../watch/timings';

const TIMEOUT_MS = 20_000;
/** Lists at a time: enough to be quick, few enough to leave an API server room for others. */
const PARALLEL = 4;

/** Options of {@link observeCluster}. @public */
export type ObserveOptions = {
  signal: AbortSignal;
  /** Gives the time, ISO 8601. Default: the clock. */
  now?: () => string;
  /** Read only these. Default: everything that a snapshot knows. */
  collections?: CollectionName[];
};

/**
 * Looks at a cluster once.
 *
 * @remarks
 * What may not be read or is not registered is part of the answer. Everything else that goes wrong,
 * after the retries, is thrown.
 *
 * @public
 */
export async function observeCluster(
  client: KubernetesClient,
  clusterId: string,
  options: ObserveOptions,
): Promise<ClusterSnapshot> {
  const { signal, now = () => new Date().toISOString(), collections } = options;
  const { gitVersion } = await client.serverVersion({ signal });
  let state = createSnapshotState(clusterId, now());
  state = setConnection(state, { state: 'connected' }, now());
  state = setKubernetesVersion(state, gitVersion, now());

  const wanted = SNAPSHOT_SOURCES.filter(
    ({ collection }) => collections?.includes(collection) ?? true,
  );
  const pending = wanted.filter(({ reading }) => reading !== 'comparison');
  const observeNext = async (): Promise<void> => {
    for (
      let source = pending.shift();
      source !== undefined;
      source = pending.shift()
    ) {
      const record = await observeSource(client, source, signal, state);
      state = record(state, now());
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, observeNext));
  // What is compared, and whether it is, depends on everything else.
  for (const source of wanted.filter(
    ({ reading }) => reading === 'comparison',
  )) {
    const record = await observeSource(client, source, signal, state);
    state = record(state, now());
  }
  return toSnapshot(state);
}

async function observeSource(
  client: KubernetesClient,
  source: SnapshotSource,
  signal: AbortSignal,
  known: SnapshotState,
): Promise<(state: SnapshotState, now: string) => SnapshotState> {
  const options = { signal, timeoutMs: TIMEOUT_MS };
  const read = <T>(readAllPages: () => Promise<T>): Promise<T> =>
    retry(() => startOverWhenExpired(readAllPages), options);
  try {
    if (source.reading === 'comparison') {
      const snapshot = toSnapshot(known);
      const missing = missingEndpoints(snapshot);
      const sample = missing
        ? await read(() =>
            listUnmanagedPods(client, source, {
              ...options,
              snapshot,
              missing,
              podGraceMs: DEFAULT_WATCH_TIMINGS.podGraceMs,
            }),
          )
        : undefined;
      return (state, now) => setSample(state, source, sample, now);
    }
    if (source.reading === 'count') {
      const count = await read(() => countObjects(client, source, options));
      return (state, now) => setCount(state, source, count, now);
    }
    const { pages } = await read(() =>
      listPages(client, source, { ...options, shared: createSharedValues() }),
    );
    return (state, now) => replaceObjects(state, source, pages, now);
  } catch (error) {
    if (isForbidden(error)) {
      const { message } = error as Error;
      return (state, now) =>
        setCollection(state, source, { state: 'forbidden', message }, now);
    }
    if (isKubernetesError(error) && error.status === 404) {
      return (state, now) =>
        setCollection(state, source, { state: 'absent' }, now);
    }
    throw error;
  }
}
