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
  rest: Window;
};

/** Starts a backend that watches the cluster under so many ids, and looks at what it takes. */
export async function watchClusters(
  cluster: BenchCluster,
  options: { clusters: number; restMs: number },
): Promise<Watched> {
  const { clusters, restMs } = options;
  const backend = await BenchBackend.start(cluster, clusters);
  try {
    const answeredMs = backend.ageMs;
    await backend.untilAllAreSeen(cluster.nodes);
    const seenMs = backend.ageMs;
    await untilAtRest(backend, cluster.trackerAccess);
    const rest = await measureWindow({
      backend,
      access: cluster.trackerAccess,
      milliseconds: restMs,
    });
    const memory = await backend.ask('memory');
    return { clusters, answeredMs, seenMs, rest, ...memory };
  } finally {
    await backend.stop();
  }
}
