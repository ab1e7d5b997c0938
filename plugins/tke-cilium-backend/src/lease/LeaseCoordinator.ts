import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { HeartbeatMonitor } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { randomUUID } from 'node:crypto';
import { DatabaseLeaseStore, LeaseRecord } from './DatabaseLeaseStore';
import { HeldWatches, LeaseMove, StartWatch } from './HeldWatches';
import { DEFAULT_LEASE_TIMINGS, LeaseTimings } from './leaseTimings';
import { LeaseView, planLeases } from './planLeases';
import { ReplicaLife } from './ReplicaLife';
import { within } from './within';

/** Options of {@link LeaseCoordinator}. */
export type LeaseCoordinatorOptions = {
  leases: DatabaseLeaseStore;
  /** Whether replicas that are still registered at the start are known to be gone. */
  othersAreGone: boolean;
  /** The clusters that this replica can watch now. Read every second. */
  wanted(): string[];
  /** Starts to watch the cluster of a lease that this replica got. */
  watch: StartWatch;
  /** Told about every lease that this replica gets, gives up or loses. */
  onMove(move: LeaseMove): void;
  logger: LoggerService;
  timings?: Partial<LeaseTimings>;
};

type Rows = { view: LeaseView; leases: LeaseRecord[] };

/**
 * Lets this replica watch its share of the clusters, and only as long as nobody else does.
 *
 * @remarks
 * The database is the only thing that replicas share, and their clocks are never compared. A
 * replica counts its heartbeat up. Who sees the same count for `silentAfterMs` removes that replica
 * and plans anew; who cannot count up for `aloneAfterMs` stops its own watches, earlier than anybody
 * takes them over. What a replica watches follows from rows it has just read, never from what it
 * remembers. The fence ({@link fenced}) holds even where all of this comes too late.
 */
export class LeaseCoordinator {
  readonly #options: LeaseCoordinatorOptions;
  readonly #timings: LeaseTimings;
  readonly #monitor: HeartbeatMonitor;
  readonly #held: HeldWatches;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #replicaId = randomUUID();
  #isRegistered = false;
  #isFirst = true;
  #isFailing = false;
  #alone: NodeJS.Timeout | undefined;
  #aliveUntilMs = 0;

  /** Starts in the background, and never gives up. */
  static start(options: LeaseCoordinatorOptions): LeaseCoordinator {
    return new LeaseCoordinator(options);
  }

  private constructor(options: LeaseCoordinatorOptions) {
    this.#options = options;
    this.#timings = { ...DEFAULT_LEASE_TIMINGS, ...options.timings };
    this.#monitor = HeartbeatMonitor.create(this.#timings);
    this.#held = HeldWatches.create({ ...options, ...this.#timings });
    this.#running = this.#run();
  }

  /** What others may know of this replica. */
  get life(): ReplicaLife {
    return {
      isAlive: performance.now() < this.#aliveUntilMs,
      clusters: this.#held.size,
    };
  }

  /** Stops the watches, then gives the leases to the others, who need not wait for silence. */
  async stop(): Promise<void> {
    const { leases, logger } = this.#options;
    this.#stop.abort();
    await this.#running;
    clearTimeout(this.#alone);
    try {
      // A database that is gone must not keep the process from ending: others see the silence.
      await within(this.#timings.stopMs, async () => {
        await this.#held.stopAll('released');
        await leases.leave(this.#replicaId);
      });
    } catch (error) {
      logger.warn(
        'The leases could not be given up; other replicas take them over a few seconds later',
        error as Error,
      );
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const isSettled = await this.#step().then(
        settled => this.#succeeded(settled),
        error => this.#failed(error),
      );
      if (isSettled) {
        await sleep(this.#timings.everyMs, undefined, { signal }).catch(
          () => {},
        );
      }
    }
  }

  /**
   * @returns whether there is nothing more to do at once
   */
  async #step(): Promise<boolean> {
    const { leases, wanted } = this.#options;
    // Counted from before the heartbeat is sent: others may read it right after.
    const deadlineMs = performance.now() + this.#timings.aloneAfterMs;
    const ids = wanted();
    const replicaId = await this.#in(() => this.#showLife(ids));
    this.#expectLifeUntil(deadlineMs);

    for (const lease of this.#held.stopped()) {
      await this.#in(() => leases.release(lease));
      this.#held.forget(lease);
    }
    const rows = await this.#in(() => this.#read());
    if (performance.now() > deadlineMs) {
      throw new Error(
        'The rows came so late that other replicas may have changed them',
      );
    }
    this.#held.follow(
      rows.leases.flatMap(lease =>
        lease.holder === replicaId ? [{ ...lease, holder: replicaId }] : [],
      ),
    );
    const plan = planLeases(replicaId, rows.view);
    for (const clusterId of plan.release) {
      this.#held.giveUp(clusterId);
    }
    const free = plan.acquire.map(
      id =>
        rows.leases.find(({ clusterId }) => clusterId === id) ?? {
          clusterId: id,
          generation: 0,
        },
    );
    const taken = await this.#in(() => leases.acquire(replicaId, free));
    return taken.length === 0;
  }

  /** Counts the heartbeat up, under a new id if others thought this replica dead. */
  async #showLife(wanted: string[]): Promise<string> {
    const { leases, logger, othersAreGone } = this.#options;
    if (this.#isRegistered) {
      if (await leases.beat(this.#replicaId, wanted)) {
        return this.#replicaId;
      }
      logger.warn(
        'This replica was silent for so long that others took over its clusters; it joins again',
      );
      this.#isRegistered = false;
      this.#replicaId = randomUUID();
      void this.#held.stopAll('lost');
    }
    if (this.#isFirst && othersAreGone) {
      for (const gone of await leases.replicas()) {
        await leases.bury(gone);
      }
    }
    this.#isFirst = false;
    await leases.register(this.#replicaId, wanted);
    this.#isRegistered = true;
    logger.info(`Joined as replica ${this.#replicaId}`);
    return this.#replicaId;
  }

  async #read(): Promise<Rows> {
    const { leases: store, logger } = this.#options;
    let replicas = await store.replicas();
    const silent = this.#monitor.observe(replicas, performance.now());
    for (const replica of silent) {
      if (replica.id !== this.#replicaId && (await store.bury(replica))) {
        logger.warn(
          `Replica ${replica.id} shows no sign of life; its clusters are taken over`,
        );
      }
    }
    if (silent.length > 0) {
      replicas = await store.replicas();
    }
    const leases = await store.leases();
    return {
      leases,
      view: {
        replicas: new Map(
          replicas.map(({ id, wanted }) => [id, new Set(wanted)]),
        ),
        holders: new Map(
          leases.flatMap(({ clusterId, holder }) =>
            holder === undefined ? [] : [[clusterId, holder]],
          ),
        ),
      },
    };
  }

  async #in<Result>(work: () => Promise<Result>): Promise<Result> {
    return within(this.#timings.answerMs, work);
  }

  #expectLifeUntil(deadlineMs: number): void {
    this.#aliveUntilMs = deadlineMs;
    clearTimeout(this.#alone);
    this.#alone = setTimeout(() => {
      this.#options.logger.warn(
        'The database cannot be reached: the watches stop, since another replica may take over',
      );
      void this.#held.stopAll('lost');
    }, Math.max(0, deadlineMs - performance.now()));
  }

  #succeeded(settled: boolean): boolean {
    if (this.#isFailing) {
      this.#isFailing = false;
      this.#options.logger.info('Leases are kept in the database again');
    }
    return settled;
  }

  #failed(error: Error): boolean {
    if (!this.#isFailing) {
      this.#isFailing = true;
      this.#options.logger.error(
        'Leases cannot be kept in the database, trying again every second',
        error,
      );
    }
    return true;
  }
}
