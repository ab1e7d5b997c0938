import { setTimeout as sleep } from 'node:timers/promises';
import { BenchBackend } from './BenchBackend';
import type { BenchCluster } from './BenchCluster';
import { measureWindow, untilAtRest, type Window } from './measureWindow';

/** What a fresh backend took to watch some clusters. */
export type Watched = {
  clusters: number;
  /** From the start of its process until it answered. */
  answeredMs: number;
  /** From the start of its process until it had seen the whole of every cluster. */
  seenMs: number;
  heldBytes: number;
  residentBytes: number;
};

/** What it then did at rest. */
export type WatchedAtRest = Watched & { rest: Window };

/** What follows the first complete view of a cluster at once. */
const SETTLE_MS = 5_000;

/** Starts a backend that watches the cluster under so many ids, and looks at what it takes. */
export async function watchClusters(
  cluster: BenchCluster,
  clusters: number,
): Promise<Watched> {
  return withWatching(cluster, clusters, async (_, watched) => {
    await sleep(SETTLE_MS);
    return watched();
  });
}

/** As {@link watchClusters}, and then looks for a while at what it does at rest. */
export async function watchClustersAtRest(
  cluster: BenchCluster,
  clusters: number,
  milliseconds: number,
): Promise<WatchedAtRest> {
  const access = cluster.trackerAccess;
  return withWatching(cluster, clusters, async (backend, watched) => {
    await untilAtRest(access);
    const rest = await measureWindow({ backend, access, milliseconds });
    return { ...(await watched()), rest };
  });
}

async function withWatching<Result>(
  cluster: BenchCluster,
  clusters: number,
  look: (
    backend: BenchBackend,
    watched: () => Promise<Watched>,
  ) => Promise<Result>,
): Promise<Result> {
  const backend = await BenchBackend.start(cluster, clusters);
  try {
    const answeredMs = backend.ageMs;
    await backend.untilAllAreSeen(cluster.nodes);
    const seenMs = backend.ageMs;
    return await look(backend, async () => ({
      clusters,
      answeredMs,
      seenMs,
      ...(await backend.ask('memory')),
    }));
  } finally {
    await backend.stop();
  }
}
