import { ControlPlane, StartControlPlane } from './ControlPlane';

type Order = Parameters<StartControlPlane>[0];

/** The control planes of an account's clusters, also those that start or stop at the moment. */
export class ControlPlanes {
  readonly #start?: StartControlPlane;
  readonly #started = new Map<string, Promise<ControlPlane>>();
  readonly #stopped = new Map<string, Promise<void>>();

  /** @param start - without it clusters have none */
  static create(start?: StartControlPlane): ControlPlanes {
    return new ControlPlanes(start);
  }

  private constructor(start?: StartControlPlane) {
    this.#start = start;
  }

  async start(order: Order): Promise<ControlPlane | undefined> {
    if (!this.#start) {
      return undefined;
    }
    const started = this.#start(order);
    this.#started.set(order.clusterId, started);
    return started;
  }

  /** Stops that of a cluster, once it has started. */
  async stop(clusterId: string): Promise<void> {
    const started = this.#started.get(clusterId);
    if (started && !this.#stopped.has(clusterId)) {
      this.#stopped.set(
        clusterId,
        started.then(
          plane => plane.stop(),
          () => {},
        ),
      );
    }
    await this.#stopped.get(clusterId);
  }

  async stopAll(): Promise<void> {
    await Promise.all(Array.from(this.#started.keys(), id => this.stop(id)));
  }
}
