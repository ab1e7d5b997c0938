import { Lease } from './Lease';

/** A lease that this replica got, gave up or lost. */
export type LeaseMove = {
  lease: Lease;
  kind: 'gained' | 'released' | 'lost';
};

/** A running watch. Its methods must not throw. */
export type LeasedWatch = {
  /** Reads everything anew. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts to watch a cluster. `onLost` is called by the watch when a write was refused because its
 * lease is over.
 */
export type StartWatch = (lease: Lease, onLost: () => void) => LeasedWatch;

/** A lease, and how often somebody asked for a refresh. */
type FollowedLease = Lease & { refreshes: number };

type HeldWatch = {
  lease: Lease;
  watch: LeasedWatch;
  /** The requests that it has seen. */
  refreshes: number;
  readAtMs: number;
  /** `undefined`: it runs. */
  stopping?: Promise<void>;
  /** The watch has stopped, and its lease is to be given up. */
  isOver: boolean;
};

/** The watches of this replica, at most one of a cluster, each under its lease. */
export class HeldWatches {
  readonly #watch: StartWatch;
  readonly #onMove: (move: LeaseMove) => void;
  readonly #refreshEveryMs: number;
  readonly #held = new Map<string, HeldWatch>();

  static create(options: {
    watch: StartWatch;
    onMove(move: LeaseMove): void;
    /** A watch is not refreshed more often, whoever asks. */
    refreshEveryMs: number;
  }): HeldWatches {
    return new HeldWatches(
      options.watch,
      options.onMove,
      options.refreshEveryMs,
    );
  }

  private constructor(
    watch: StartWatch,
    onMove: (move: LeaseMove) => void,
    refreshEveryMs: number,
  ) {
    this.#watch = watch;
    this.#onMove = onMove;
    this.#refreshEveryMs = refreshEveryMs;
  }

  /** Watches what these leases allow, and nothing else. */
  follow(leases: readonly FollowedLease[]): void {
    const valid = new Map(leases.map(lease => [lease.clusterId, lease]));
    for (const [clusterId, held] of this.#held) {
      const lease = valid.get(clusterId);
      if (!lease || lease.generation !== held.lease.generation) {
        void this.#stop(held, 'lost');
      } else {
        this.#refreshIfAsked(held, lease.refreshes);
      }
    }
    for (const lease of leases) {
      if (!this.#held.has(lease.clusterId)) {
        this.#start(lease);
      }
    }
  }

  /** How many clusters are watched. */
  get size(): number {
    return this.#held.size;
  }

  /** Stops the watch of a cluster so that its lease can be given up. */
  giveUp(clusterId: string): void {
    const held = this.#held.get(clusterId);
    if (held) {
      void this.#stop(held, 'released');
    }
  }

  /** The leases to give up: their watches have stopped and written their last. */
  stopped(): Lease[] {
    return [...this.#held.values()]
      .filter(({ isOver }) => isOver)
      .map(({ lease }) => lease);
  }

  /** Forgets a lease that was given up. */
  forget({ clusterId }: Lease): void {
    this.#held.delete(clusterId);
  }

  async stopAll(kind: 'released' | 'lost'): Promise<void> {
    await Promise.all(
      [...this.#held.values()].map(held => this.#stop(held, kind)),
    );
  }

  #start({ refreshes, ...lease }: FollowedLease): void {
    const held: HeldWatch = {
      lease,
      watch: this.#watch(lease, () => void this.#stop(held, 'lost')),
      refreshes,
      readAtMs: performance.now(),
      isOver: false,
    };
    this.#held.set(lease.clusterId, held);
    this.#onMove({ lease, kind: 'gained' });
  }

  #stop(held: HeldWatch, kind: 'released' | 'lost'): Promise<void> {
    held.stopping ??= this.#end(held, kind);
    return held.stopping;
  }

  async #end(held: HeldWatch, kind: 'released' | 'lost'): Promise<void> {
    this.#onMove({ lease: held.lease, kind });
    await held.watch.stop();
    if (kind === 'released') {
      held.isOver = true;
    } else {
      this.forget(held.lease);
    }
  }

  #refreshIfAsked(held: HeldWatch, refreshes: number): void {
    const now = performance.now();
    if (
      refreshes > held.refreshes &&
      !held.stopping &&
      now - held.readAtMs >= this.#refreshEveryMs
    ) {
      held.refreshes = refreshes;
      held.readAtMs = now;
      void held.watch.refresh();
    }
  }
}
