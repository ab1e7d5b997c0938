import type { ObjectsByEntityResponse } from '@backstage/plugin-kubernetes-common';
import type { BenchBackend } from '../stand/BenchBackend';
import { PEER_ENTITY } from '../stand/clusterEntities';
import type { Page } from './Page';

/** How often plugin-kubernetes asks. */
export const POLL_MS = 10_000;

/**
 * The page of an entity in plugin-kubernetes: every ten seconds, whether the
 * last answer is there or not, it asks which clusters there are, and then for
 * all objects of the entity.
 */
export class PeerPage implements Page {
  /** Called with every answer. */
  onAnswer: (answer: ObjectsByEntityResponse) => void = () => {};
  decodedBytes = 0;
  failures = 0;
  readonly #backend: BenchBackend;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  static async open(backend: BenchBackend): Promise<PeerPage> {
    const page = new PeerPage(backend);
    await page.#ask().catch(() => {
      page.failures += 1;
    });
    page.#timer = setInterval(() => {
      page.#ask().catch(() => {
        page.failures += 1;
      });
    }, POLL_MS);
    return page;
  }

  private constructor(backend: BenchBackend) {
    this.#backend = backend;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
  }

  async #ask(): Promise<void> {
    await this.#request('/api/kubernetes/clusters');
    const text = await this.#request(
      `/api/kubernetes/services/${PEER_ENTITY.metadata.name}`,
      { auth: {}, entity: PEER_ENTITY },
    );
    this.decodedBytes += text.length;
    this.onAnswer(JSON.parse(text));
  }

  async #request(address: string, body?: object): Promise<string> {
    const response = await fetch(this.#backend.url + address, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...this.#backend.headers,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: this.#stop.signal,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${address}: ${response.status} ${text}`);
    }
    return text;
  }
}
