import {
  ClusterSnapshot,
  missingEndpoints,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Bell } from './Bell';
import { jitter } from './backoff';
import { listUnmanagedPods } from './listUnmanagedPods';
import { pause } from './pause';
import { SourceOptions } from './SourceOptions';
import { SourceRetries } from './SourceRetries';
import { restAfter } from './restAfter';
import { WatchTimings } from './timings';

/** What a comparison looks at before it asks the API server anything. */
export type KnownCluster = {
  /** What is known now, whether it was published or not. */
  readonly snapshot: ClusterSnapshot;
  /** Rings whenever that changes. */
  readonly updates: Bell;
  /** Rung to have everything counted again. */
  readonly changes: Bell;
};

/** What was compared, how many Pods it found, and when to do it again whatever happens. */
type Comparison = { counts: string; total: number; againAt: number };

/**
 * Compares Pods with CiliumEndpoints until the link ends: while the counts say that some are
 * missing, when they change, and once in the lifetime of a watch.
 */
export async function compareSource(
  options: SourceOptions,
  known: KnownCluster,
): Promise<void> {
  const { source, link, sink, timings, random } = options;
  const retries = SourceRetries.create(options, '"list"');
  let compared: Comparison | undefined;
  while (!link.signal.aborted) {
    const startedAt = Date.now();
    const since = known.updates.rings;
    const { snapshot } = known;
    const missing = missingEndpoints(snapshot);
    const counts = JSON.stringify(snapshot.endpoints);
    try {
      if (!missing) {
        compared = undefined;
        if (missing === 0) {
          sink.sample(undefined);
        }
      } else if (compared?.counts !== counts || startedAt >= compared.againAt) {
        const { young, ...sample } = await listUnmanagedPods(
          link.connection.kubernetes,
          source,
          {
            snapshot,
            missing,
            signal: link.signal,
            timeoutMs: timings.listTimeoutMs,
            podGraceMs: timings.podGraceMs,
          },
        );
        sink.sample(sample);
        sink.confirm();
        compared = {
          counts,
          total: sample.total,
          againAt:
            Date.now() +
            (young
              ? timings.podGraceMs
              : jitter(timings.watchLifetimeMs, random)),
        };
      }
      retries.succeeded();
      if (missing !== undefined) {
        await pause(restAfter(startedAt, timings), link.signal);
      }
      await known.updates.rung(link.signal, {
        milliseconds: compared && waitFor(compared, timings),
        since,
      });
      if (compared?.total) {
        // Whoever restarts these Pods changes nothing that is watched.
        known.changes.ring();
      }
    } catch (error) {
      if (!link.signal.aborted) {
        await retries.afterFailure(error, startedAt);
      }
    }
  }
}

function waitFor(
  { total, againAt }: Comparison,
  timings: WatchTimings,
): number {
  const again = Math.max(0, againAt - Date.now());
  return total > 0 ? Math.min(again, timings.unmanagedRecountMs) : again;
}
