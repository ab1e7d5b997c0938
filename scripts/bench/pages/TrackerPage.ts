import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  READINESS_CHANNEL,
  type ClusterResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { WebSocket } from 'ws';
import type { BenchBackend } from '../stand/BenchBackend';
import type { Page } from './Page';

/** As the page: not more than one request per so many milliseconds for signals. */
const SPACING_MS = 400;
/** As the page: what it asks unasked while signals arrive. */
const SAFETY_NET_MS = 30_000;
/** As the page, after the first failure. */
const RETRY_MS = 2_000;
const CONNECT_ATTEMPTS = 20;

/**
 * Our page of a cluster: it listens for signals, and asks for the cluster when
 * one names a revision that it does not have. A browser asks with the ETag of
 * what is in its cache.
 */
export class TrackerPage implements Page {
  /** What the page shows. */
  latest: ClusterResponse | undefined;
  /** Called with everything new that it shows. */
  onChange: (cluster: ClusterResponse) => void = () => {};
  signals = 0;
  decodedBytes = 0;
  failures = 0;
  readonly #backend: BenchBackend;
  readonly #url: string;
  readonly #socket: WebSocket;
  #etag: string | undefined;
  #announced: number | undefined;
  #askedAtMs = -Infinity;
  #isAsking = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  static async open(backend: BenchBackend): Promise<TrackerPage> {
    const socket = await connect(backend.url);
    const page = new TrackerPage(backend, socket);
    await page.#ask();
    return page;
  }

  private constructor(backend: BenchBackend, socket: WebSocket) {
    const [clusterId] = backend.clusterIds;
    this.#backend = backend;
    this.#url = `${backend.url}/api/tke-cilium/v1/clusters/${clusterId}`;
    this.#socket = socket;
    socket.on('message', data => {
      const { message } = JSON.parse(data.toString());
      if (message?.clusterId === clusterId) {
        this.signals += 1;
        this.#announced = message.revision;
        this.#catchUp();
      }
    });
    socket.send(
      JSON.stringify({ action: 'subscribe', channel: READINESS_CHANNEL }),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #catchUp(): void {
    if (!this.#isAsking && this.#announced !== this.latest?.revision) {
      const allowedAtMs = this.#askedAtMs + SPACING_MS;
      this.#schedule(Math.max(0, allowedAtMs - performance.now()));
    }
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), delayMs);
  }

  async #ask(): Promise<void> {
    if (this.#isAsking || this.#closed) {
      return;
    }
    this.#isAsking = true;
    this.#askedAtMs = performance.now();
    const announced = this.#announced;
    const failed = await this.#load().then(
      () => false,
      () => true,
    );
    this.failures += Number(failed);
    this.#isAsking = false;
    if (!this.#closed) {
      this.#schedule(failed ? RETRY_MS : SAFETY_NET_MS);
      // Only for a signal that came after this request had left.
      if (this.#announced !== announced && !failed) {
        this.#catchUp();
      }
    }
  }

  async #load(): Promise<void> {
    const response = await fetch(this.#url, {
      headers: {
        ...this.#backend.headers,
        ...(this.#etag && { 'if-none-match': this.#etag }),
      },
    });
    const body = await response.text();
    this.decodedBytes += body.length;
    if (response.status === 304) {
      return;
    }
    if (!response.ok) {
      throw new Error(`${this.#url}: ${response.status} ${body}`);
    }
    this.#etag = response.headers.get('etag') ?? undefined;
    const cluster: ClusterResponse = JSON.parse(body);
    this.latest = cluster;
    this.onChange(cluster);
  }
}

async function connect(url: string): Promise<WebSocket> {
  for (let attempt = 1; ; attempt += 1) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/signals`, {
      handshakeTimeout: 1_000,
    });
    try {
      await once(socket, 'open');
      return socket;
    } catch (error) {
      // The first attempt only makes the signals plugin listen.
      if (attempt === CONNECT_ATTEMPTS) {
        throw error;
      }
      await sleep(200);
    }
  }
}
