import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { collectionPath } from '../api/resources';

/** Which objects a cache holds. */
export type CachedCollection = {
  apiVersion: string;
  kind: string;
  namespace?: string;
};

const RETRY_MILLISECONDS = 300;
// A kind whose CRD is not registered is asked for less often.
const ABSENT_MILLISECONDS = 1_000;
// The API server ends watches after 30 to 60 minutes; ending them ourselves keeps one clock.
const WATCH_SECONDS = 600;

type WatchEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: KubernetesObject;
};

/**
 * The objects of one collection, kept up to date by a watch. A collection that is not served yet is
 * empty until it is.
 */
export class ObjectCache {
  readonly #client: ApiServerClient;
  readonly #collection: CachedCollection;
  readonly #onChange: () => void;
  readonly #stopped = new AbortController();
  #objects = new Map<string, KubernetesObject>();
  #synced = false;

  private constructor(
    client: ApiServerClient,
    collection: CachedCollection,
    onChange: () => void,
  ) {
    this.#client = client;
    this.#collection = collection;
    this.#onChange = onChange;
  }

  static start(
    client: ApiServerClient,
    collection: CachedCollection,
    onChange: () => void,
  ): ObjectCache {
    const cache = new ObjectCache(client, collection, onChange);
    cache.#run();
    return cache;
  }

  /** Whether the collection was read at least once, or is known not to be served. */
  get synced(): boolean {
    return this.#synced;
  }

  get objects(): KubernetesObject[] {
    return [...this.#objects.values()];
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      let pause = RETRY_MILLISECONDS;
      try {
        const resourceVersion = await this.#list();
        this.#synced = true;
        this.#onChange();
        if (resourceVersion === undefined) {
          pause = ABSENT_MILLISECONDS;
        } else {
          await this.#watch(resourceVersion);
        }
      } catch {
        // A refused connection, a 410, a reset: all are answered by listing again.
      }
      await setTimeout(pause, undefined, { signal, ref: false }).catch(
        () => {},
      );
    }
  }

  /** Reads everything; `undefined` when the kind is not served. */
  async #list(): Promise<string | undefined> {
    const { apiVersion, kind, namespace } = this.#collection;
    const list = await this.#client.get<
      KubernetesObject & {
        items: KubernetesObject[];
        metadata: { resourceVersion: string };
      }
    >(collectionPath(apiVersion, kind, namespace));
    this.#objects = new Map(
      (list?.items ?? []).map(item => [
        key(item),
        { ...item, apiVersion, kind },
      ]),
    );
    return list?.metadata.resourceVersion;
  }

  /** Follows changes until the watch ends; the version moves on with every event. */
  async #watch(from: string): Promise<void> {
    const { apiVersion, kind, namespace } = this.#collection;
    let resourceVersion = from;
    while (!this.#stopped.signal.aborted) {
      const path = `${collectionPath(
        apiVersion,
        kind,
        namespace,
      )}?watch=1&allowWatchBookmarks=true&timeoutSeconds=${WATCH_SECONDS}&resourceVersion=${resourceVersion}`;
      const response = await this.#client.stream('GET', path, {
        signal: this.#stopped.signal,
        timeout: (WATCH_SECONDS + 30) * 1000,
      });
      if (response.statusCode !== 200) {
        response.destroy();
        return;
      }
      for await (const line of createInterface({ input: response })) {
        const { type, object } = JSON.parse(line) as WatchEvent;
        if (type === 'ERROR') {
          response.destroy();
          return;
        }
        resourceVersion = object.metadata.resourceVersion ?? resourceVersion;
        if (type === 'BOOKMARK') {
          continue;
        }
        if (type === 'DELETED') {
          this.#objects.delete(key(object));
        } else {
          this.#objects.set(key(object), object);
        }
        this.#onChange();
      }
    }
  }
}

function key({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
