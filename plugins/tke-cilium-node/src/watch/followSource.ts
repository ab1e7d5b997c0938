import { jitter } from './backoff';
import { classifyFailure } from './classifyFailure';
import { listPages } from './listPages';
import { openWatch } from './openWatch';
import { SourceOptions } from './SourceOptions';
import { SourceRetries } from './SourceRetries';

/** Failures after which a watch may go on where it was. After any other, events may be lost. */
const RESUMABLE = ['connection', 'overloaded'];

/** Where a watch goes on, and until when it may. */
type Cursor = { resourceVersion: string; listAgainAt: number };

/** Lists and watches one source until the link ends. */
export async function followSource(options: SourceOptions): Promise<void> {
  const { source, link, sink, timings, random } = options;
  const client = link.connection.kubernetes;
  const retries = SourceRetries.create(options, '"list" and "watch"');
  let cursor: Cursor | undefined;
  while (!link.signal.aborted) {
    const startedAt = Date.now();
    let openedAt: number | undefined;
    try {
      if (!cursor || startedAt >= cursor.listAgainAt) {
        cursor = {
          resourceVersion: await listAnew(options),
          listAgainAt: startedAt + jitter(timings.resyncIntervalMs, random),
        };
      }
      const batches = await openWatch(client, source, {
        resourceVersion: cursor.resourceVersion,
        lifetimeMs: jitter(timings.watchLifetimeMs, random),
        headTimeoutMs: timings.connectTimeoutMs,
        idleTimeoutMs: timings.idleTimeoutMs,
        signal: link.signal,
      });
      openedAt = Date.now();
      sink.setState({ state: 'synced' });
      sink.confirm();
      for await (const { events, resourceVersion } of batches) {
        if (events.length > 0) {
          sink.apply(events);
        }
        sink.confirm();
        if (resourceVersion) {
          cursor.resourceVersion = resourceVersion;
          retries.succeeded();
        }
      }
      await retries.afterEnd(startedAt);
    } catch (error) {
      if (!RESUMABLE.includes(classifyFailure(error).kind)) {
        cursor = undefined;
      }
      if (!link.signal.aborted) {
        await (openedAt === undefined
          ? retries.afterFailure(error, startedAt)
          : retries.afterBreak(error, openedAt));
      }
    }
  }
}

/**
 * Replaces what is known of the source, and gives the version that the list is of.
 *
 * @remarks
 * A function of its own: V8 keeps the variables of a suspended function, so the pages stayed in
 * memory for as long as the watch that came after them.
 */
async function listAnew(options: SourceOptions): Promise<string> {
  const { source, link, sink, lists, timings } = options;
  const { pages, resourceVersion } = await lists.read(shared =>
    listPages(link.connection.kubernetes, source, {
      signal: link.signal,
      timeoutMs: timings.listTimeoutMs,
      shared,
    }),
  );
  sink.replace(pages);
  return resourceVersion;
}
