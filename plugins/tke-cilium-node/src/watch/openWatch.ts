import {
  ObjectEvent,
  SnapshotSource,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { apiPath, describeReference } from '../kubernetes/apiPath';
import { Deadline } from '../kubernetes/Deadline';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import {
  isKubernetesError,
  KubernetesError,
} from '../kubernetes/KubernetesError';
import { connectionError } from '../kubernetes/sendRequest';
import { readLines } from './readLines';
import { WatchProtocolError } from './WatchProtocolError';

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** What arrived together: the changes in order, and where a watch may go on after them. */
export type WatchBatch = { events: ObjectEvent[]; resourceVersion?: string };

type WatchLine = {
  type?: string;
  object?: {
    metadata?: { resourceVersion?: string };
    code?: number;
    reason?: string;
    message?: string;
  };
};

/**
 * One watch request: resolves when the API server has accepted it, with its events until it ends.
 *
 * @remarks
 * The events end quietly when the server closes the watch, which it does after `lifetimeMs`. They
 * throw when the connection breaks, when the server says ERROR, when what it sends cannot be read,
 * and when nothing arrives for `idleTimeoutMs`: a connection that died without a word looks exactly
 * like a cluster in which nothing happens, were it not for the bookmarks.
 */
export async function openWatch(
  client: KubernetesClient,
  source: SnapshotSource,
  options: {
    resourceVersion: string;
    lifetimeMs: number;
    headTimeoutMs: number;
    idleTimeoutMs: number;
    signal: AbortSignal;
  },
): Promise<AsyncGenerator<WatchBatch>> {
  const { headTimeoutMs, idleTimeoutMs } = options;
  const silence = Deadline.start(
    options.signal,
    // The head has a watchdog of its own, which says more.
    headTimeoutMs + idleTimeoutMs,
    new WatchProtocolError(
      'silent',
      `the watch of ${source.plural} was silent for ${
        idleTimeoutMs / 1000
      } seconds`,
    ),
  );
  try {
    const body = await client.request({
      path: apiPath(source),
      query: {
        watch: true,
        allowWatchBookmarks: true,
        resourceVersion: options.resourceVersion,
        timeoutSeconds: Math.ceil(options.lifetimeMs / 1000),
        labelSelector: source.labelSelector,
        fieldSelector: source.fieldSelector,
      },
      accept: source.metadataOnly ? METADATA_ONLY : undefined,
      signal: silence.signal,
      headTimeoutMs,
    });
    return readBatches(body, silence, { ...options, client, source });
  } catch (error) {
    silence.dispose();
    throw error;
  }
}

async function* readBatches(
  body: AsyncIterable<Uint8Array>,
  silence: Deadline,
  options: {
    client: KubernetesClient;
    source: SnapshotSource;
    idleTimeoutMs: number;
  },
): AsyncGenerator<WatchBatch> {
  try {
    silence.extend(options.idleTimeoutMs);
    for await (const lines of readLines(body)) {
      silence.extend(options.idleTimeoutMs);
      yield parseBatch(lines, options.client.clusterId, options.source);
    }
  } catch (error) {
    // The stream reports that it was aborted, and not why.
    silence.signal.throwIfAborted();
    throw error instanceof WatchProtocolError || isKubernetesError(error)
      ? error
      : connectionError(error, {
          clusterId: options.client.clusterId,
          verb: 'watch',
          object: describeReference(options.source),
        });
  } finally {
    silence.dispose();
  }
}

function parseBatch(
  lines: string[],
  clusterId: string,
  source: SnapshotSource,
): WatchBatch {
  const batch: WatchBatch = { events: [] };
  for (const line of lines) {
    const { type, object } = parseLine(line, source);
    switch (type) {
      case 'ADDED':
      case 'MODIFIED':
      case 'DELETED':
        batch.events.push({ type, object });
        break;
      case 'BOOKMARK':
        break;
      case 'ERROR':
        throw new KubernetesError({
          clusterId,
          verb: 'watch',
          object: describeReference(source),
          status: object?.code,
          reason: object?.reason ?? 'Unknown',
          detail: object?.message ?? 'the API server ended the watch',
        });
      default:
        throw malformed(source, `an event of the unknown type "${type}"`);
    }
    batch.resourceVersion =
      object?.metadata?.resourceVersion ?? batch.resourceVersion;
  }
  return batch;
}

function parseLine(line: string, source: SnapshotSource): WatchLine {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    throw malformed(source, 'a line that is not JSON');
  }
}

function malformed(source: SnapshotSource, what: string): WatchProtocolError {
  return new WatchProtocolError(
    'malformed',
    `the watch of ${source.plural} sent ${what}`,
  );
}
