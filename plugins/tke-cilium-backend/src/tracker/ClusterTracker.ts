import { LoggerService } from '@backstage/backend-plugin-api';
import {
  carryTransitionTimes,
  ClusterSnapshot,
  ConnectionFacts,
  evaluateReadiness,
  Readiness,
  readinessEquals,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ClusterConnections,
  ClusterWatch,
  watchCluster,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import type pLimit from 'p-limit';
import { Lease } from '../lease/Lease';
import { within } from '../lease/within';
import { TrackerMetrics } from '../metrics/TrackerMetrics';
import { LeaseLostError } from '../lease/LeaseLostError';
import {
  ReadinessStore,
  ReadinessWriter,
  StoredCluster,
} from '../store/ReadinessStore';
import { LatestWriter } from './LatestWriter';
import { unreachableReadiness } from './unreachableReadiness';

/** Some problems begin with age: a snapshot that does not change is judged again this often. */
const JUDGE_AGAIN_MS = 30_000;

/** A cluster that takes longer than this to answer lets the next one start. */
const LONGEST_START_MS = 15_000;

/** Options of {@link ClusterTracker}. */
export type ClusterTrackerOptions = {
  /** The right to watch its cluster, and to write. */
  lease: Lease;
  connections: ClusterConnections;
  store: ReadinessStore;
  writer: ReadinessWriter;
  /** Called when a write was refused because the lease is over: this tracker must be stopped. */
  onLost(): void;
  /** Tells whoever looks that there is something new to read. */
  publish(clusterId: string, revision: number): Promise<void>;
  metrics: TrackerMetrics;
  logger: LoggerService;
  /** Shared by the trackers of a replica: how many clusters are read for the first time at once. */
  starts: pLimit.Limit;
  /** Default: {@link watchCluster}. */
  watch?: typeof watchCluster;
  /** Default: the clock. */
  now?: () => Date;
};

type TrackedCluster = Omit<StoredCluster, 'revision' | 'clusterId'>;

/** Keeps the stored readiness of one cluster true. */
export class ClusterTracker {
  readonly #options: ClusterTrackerOptions;
  readonly #clusterId: string;
  readonly #logger: LoggerService;
  readonly #writer: LatestWriter<TrackedCluster>;
  readonly #started: Promise<void>;
  #current: TrackedCluster;
  /** When the first change arrived that is not stored yet, on a monotonic clock. */
  #unsavedSinceMs: number | undefined;
  #watch: ClusterWatch | undefined;
  #refreshing: Promise<void> = Promise.resolve();
  #onAnswer: () => void = () => {};
  #judgeAgain: NodeJS.Timeout | undefined;
  #stopped = false;

  /** Starts in the background. What was stored before is served until the cluster answers. */
  static start(options: ClusterTrackerOptions): ClusterTracker {
    return new ClusterTracker(options);
  }

  private constructor(options: ClusterTrackerOptions) {
    const { clusterId } = options.lease;
    this.#options = options;
    this.#clusterId = clusterId;
    this.#logger = options.logger.child({ clusterId });
    this.#current = {
      connection: { state: 'connecting', since: this.#now() },
    };
    this.#writer = LatestWriter.create({
      write: cluster => this.#save(cluster),
      onError: error =>
        this.#logger.error(
          `The readiness of cluster ${clusterId} could not be saved, trying again`,
          error,
        ),
    });
    this.#started = this.#start();
  }

  /** Closes the watch, and saves what was not saved yet. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#options.metrics.setPhase(this.#clusterId, undefined);
    clearInterval(this.#judgeAgain);
    this.#onAnswer();
    await this.#started;
    await this.#refreshing;
    await this.#watch?.stop();
    await this.#writer.stop();
  }

  /** Reads everything anew. */
  async refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.then(() => this.#reopen());
    await this.#refreshing;
  }

  async #reopen(): Promise<void> {
    await this.#started;
    await this.#watch?.stop();
    if (!this.#stopped) {
      this.#open();
    }
  }

  async #start(): Promise<void> {
    const stored = await this.#readStored();
    if (this.#stopped) {
      return;
    }
    this.#current = { ...this.#current, ...stored };
    void this.#options.starts(() => this.#firstReading());
    this.#judgeAgain = setInterval(() => {
      const snapshot = this.#watch?.snapshot();
      if (snapshot) {
        this.#judge(snapshot);
      }
    }, JUDGE_AGAIN_MS);
  }

  /** Lasts until everything was read once, or the cluster does not answer. */
  async #firstReading(): Promise<void> {
    if (this.#stopped || this.#watch) {
      // While it waited it was stopped, or a refresh has opened the watch.
      return;
    }
    const answered = new Promise<void>(resolve => {
      this.#onAnswer = resolve;
    });
    this.#open();
    // That it took too long is no fault: the watch goes on, and the next cluster starts.
    await within(LONGEST_START_MS, () => answered).catch(() => {});
  }

  #open(): void {
    const { connections, metrics, watch = watchCluster } = this.#options;
    const clusterId = this.#clusterId;
    this.#watch = watch({
      clusterId,
      connect: () => connections.connect(clusterId),
      onSnapshot: snapshot => {
        this.#judge(snapshot, performance.now());
        if (snapshot.connection.state !== 'connecting') {
          this.#onAnswer();
        }
      },
      onConfirmed: at => this.#confirm(at),
      onRestart: restart => metrics.watchRestarted(restart),
    });
  }

  async #save(cluster: TrackedCluster): Promise<void> {
    const { writer, publish, metrics } = this.#options;
    const since = this.#unsavedSinceMs;
    this.#unsavedSinceMs = undefined;
    try {
      const revision = await writer.save(cluster);
      if (since !== undefined) {
        metrics.saved(performance.now() - since);
      }
      // A signal that is lost is made up for by the browser's own slow refresh.
      await publish(this.#clusterId, revision).then(
        () => metrics.pushed(),
        error =>
          this.#logger.warn(
            `Browsers could not be told that cluster ${
              this.#clusterId
            } changed`,
            error,
          ),
      );
    } catch (error) {
      this.#stopIfLost(error);
    }
  }

  /** What an earlier run, or another replica, learnt. A database that does not answer now must not stop the watch. */
  async #readStored(): Promise<Partial<TrackedCluster>> {
    const { store } = this.#options;
    try {
      const stored = await store.get(this.#clusterId);
      return {
        readiness: stored?.readiness,
        observedAt: stored?.observedAt,
        changedAt: stored?.changedAt,
      };
    } catch (error) {
      this.#logger.error(
        `What was known of cluster ${this.#clusterId} could not be read`,
        asError(error),
      );
      return {};
    }
  }

  /** @param arrivedMs - when the snapshot arrived, if it is new. */
  #judge(snapshot: ClusterSnapshot, arrivedMs?: number): void {
    const { connection } = snapshot;
    if (connection.state === 'connecting') {
      this.#set({ ...this.#current, connection }, arrivedMs);
      return;
    }
    try {
      const { readiness: before, changedAt, observedAt } = this.#current;
      const now = this.#now();
      const startedMs = performance.now();
      const readiness = carryTransitionTimes(
        before,
        judge(snapshot, before, now),
      );
      this.#options.metrics.evaluated(performance.now() - startedMs);
      const changed = !before || !readinessEquals(before, readiness);
      const next = {
        connection,
        readiness: changed ? readiness : before,
        changedAt: changed ? now : changedAt,
        observedAt:
          connection.state === 'connected' ? snapshot.observedAt : observedAt,
      };
      this.#set(next, arrivedMs);
    } catch (error) {
      this.#logger.error(
        `The rules failed on the snapshot of cluster ${snapshot.clusterId}; its readiness stays what it was`,
        asError(error),
      );
    }
  }

  #set(next: TrackedCluster, arrivedMs?: number): void {
    const before = this.#current;
    this.#current = next;
    if (!this.#stopped) {
      this.#options.metrics.setPhase(
        this.#clusterId,
        next.readiness?.phase ?? 'Connecting',
      );
    }
    if (
      next.readiness !== before.readiness ||
      !isSameConnection(next.connection, before.connection) ||
      this.#writer.isUnused
    ) {
      this.#log(before, next);
      this.#unsavedSinceMs ??= arrivedMs;
      this.#writer.write(next);
    }
  }

  #confirm(at: string): void {
    if (this.#current.connection.state === 'connected') {
      this.#current = { ...this.#current, observedAt: at };
      this.#options.writer
        .confirm(at)
        .catch(error => this.#stopIfLost(error))
        .catch(error =>
          this.#logger.warn(
            `The age of the readiness of cluster ${
              this.#clusterId
            } could not be saved`,
            error,
          ),
        );
    }
  }

  #stopIfLost(error: unknown): void {
    if (!(error instanceof LeaseLostError)) {
      throw error;
    }
    this.#logger.warn(error.message);
    this.#options.onLost();
  }

  #log(before: TrackedCluster, next: TrackedCluster): void {
    const { connection, readiness } = next;
    const clusterId = this.#clusterId;
    const phase = readiness?.phase;
    if (connection.state !== before.connection.state) {
      this.#logger.info(
        `Cluster ${clusterId} is ${connection.state}${
          connection.message ? `: ${connection.message}` : ''
        }`,
        { connection: connection.state },
      );
    }
    if (readiness && phase !== before.readiness?.phase) {
      this.#logger.info(
        `Cluster ${clusterId}: ${phase}. ${readiness.summary}`,
        {
          phase: readiness.phase,
          previousPhase: before.readiness?.phase ?? 'none',
        },
      );
    }
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}

function judge(
  snapshot: ClusterSnapshot,
  before: Readiness | undefined,
  now: string,
): Readiness {
  const judged = evaluateReadiness(snapshot, { now });
  return snapshot.connection.state === 'unreachable'
    ? unreachableReadiness(before, judged)
    : judged;
}

function isSameConnection(a: ConnectionFacts, b: ConnectionFacts): boolean {
  return a.state === b.state && a.message === b.message && a.since === b.since;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
