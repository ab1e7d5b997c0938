import { Bell } from './Bell';
import { countObjects } from './countObjects';
import { jitter } from './backoff';
import { pause } from './pause';
import { restAfter } from './restAfter';
import { SourceOptions } from './SourceOptions';
import { SourceRetries } from './SourceRetries';

/**
 * Counts one source until the link ends: at its start, after something in the cluster changed, and
 * once in the lifetime of a watch.
 */
export async function countSource(
  options: SourceOptions,
  changes: Bell,
): Promise<void> {
  const { source, link, sink, timings, random } = options;
  const retries = SourceRetries.create(options, '"list"');
  while (!link.signal.aborted) {
    const startedAt = Date.now();
    // What changes while this count is made asks for another one.
    const since = changes.rings;
    try {
      sink.count(
        await countObjects(link.connection.kubernetes, source, {
          signal: link.signal,
          timeoutMs: timings.listTimeoutMs,
        }),
      );
      sink.confirm();
      retries.succeeded();
      await pause(restAfter(startedAt, timings), link.signal);
      await changes.rung(link.signal, {
        milliseconds: jitter(timings.watchLifetimeMs, random),
        since,
      });
    } catch (error) {
      if (!link.signal.aborted) {
        await retries.afterFailure(error, startedAt);
      }
    }
  }
}
