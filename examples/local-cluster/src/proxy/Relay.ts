import type { IncomingMessage, ServerResponse } from 'node:http';
import { DelayedChunks } from './DelayedChunks';
import type { StreamFault } from './faults';
import type { LastingFaults } from './LastingFaults';
import { failureStatus } from './answerStatus';

// No UTF-8, no JSON, and a line of its own.
const GARBAGE = Buffer.from([0x00, 0xff, 0xfe, 0x7b, 0x0a]);

/** What breaking an answer needs from the proxy. */
export type RelayOptions = {
  lasting: LastingFaults;
  /** Resets the connection of the answer. */
  reset(): void;
};

/** Hands an answer of the API server on to the client, until it is broken. */
export class Relay {
  readonly #incoming: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #options: RelayOptions;
  readonly #chunks = DelayedChunks.create();

  private constructor(
    incoming: IncomingMessage,
    response: ServerResponse,
    options: RelayOptions,
  ) {
    this.#incoming = incoming;
    this.#response = response;
    this.#options = options;
  }

  static start(
    incoming: IncomingMessage,
    response: ServerResponse,
    options: RelayOptions,
  ): Relay {
    const relay = new Relay(incoming, response, options);
    relay.#start();
    return relay;
  }

  break(fault: StreamFault): void {
    switch (fault.kind) {
      case 'reset':
        this.#options.reset();
        break;
      case 'cut':
        this.#letGo();
        this.#response.socket?.end();
        break;
      case 'silence':
        this.#letGo();
        this.#options.lasting.add(this.#response, this.#options.reset);
        break;
      case 'slow':
        this.#chunks.slowDown(fault.milliseconds);
        this.#options.lasting.add(this.#response, () => this.#chunks.speedUp());
        break;
      case 'garbage':
        this.#response.write(GARBAGE);
        break;
      default:
        this.#letGo();
        this.#response.end(
          `${JSON.stringify({
            type: 'ERROR',
            object: failureStatus(410, 'Expired'),
          })}\n`,
        );
    }
  }

  #start(): void {
    this.#response.writeHead(
      this.#incoming.statusCode ?? 502,
      this.#incoming.headers,
    );
    // Without it the head of a watch waits for the first event.
    this.#response.flushHeaders();
    this.#incoming.pipe(this.#chunks).pipe(this.#response);
    // What breaks there breaks here, in the same way.
    this.#incoming.on('error', () => this.#response.destroy());
    this.#response.on('close', () => this.#chunks.destroy());
  }

  /** What the API server still says goes nowhere; were it not read, the server would hang up. */
  #letGo(): void {
    this.#chunks.unpipe(this.#response);
    this.#chunks.resume();
  }
}
