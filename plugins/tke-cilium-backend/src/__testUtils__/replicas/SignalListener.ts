import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  READINESS_CHANNEL,
  ReadinessSignal,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { WebSocket } from 'ws';

/** A signal, and when it came. */
export type ReceivedSignal = ReadinessSignal & { atMs: number };

/** Listens to the signals of one backend, as a browser does. */
export class SignalListener {
  readonly received: ReceivedSignal[] = [];
  readonly #socket: WebSocket;

  static async connect(url: string): Promise<SignalListener> {
    let failure: unknown;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/signals`, {
        handshakeTimeout: 1_000,
      });
      try {
        await once(socket, 'open');
        return new SignalListener(socket);
      } catch (error) {
        // The first attempt only makes the signals plugin listen.
        failure = error;
        await sleep(200);
      }
    }
    throw new Error(`No WebSocket to ${url}: ${failure}`);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', data => {
      const { message } = JSON.parse(data.toString());
      this.received.push({ ...message, atMs: performance.now() });
    });
    socket.send(
      JSON.stringify({ action: 'subscribe', channel: READINESS_CHANNEL }),
    );
  }

  close(): void {
    this.#socket.close();
  }
}
