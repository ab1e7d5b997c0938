import {
  applyEvents,
  ClusterSnapshot,
  createSnapshotState,
  replaceObjects,
  setCollection,
  setConnection,
  setCount,
  setKubernetesVersion,
  setSample,
  SnapshotSource,
  SnapshotState,
  toSnapshot,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Bell } from './Bell';
import { SourceSink } from './SourceOptions';
import { Throttle } from './Throttle';
import { WatchTimings } from './timings';

/** Options of {@link SnapshotPublisher}. */
export type SnapshotPublisherOptions = {
  clusterId: string;
  sources: readonly SnapshotSource[];
  onSnapshot(snapshot: ClusterSnapshot): void;
  onConfirmed(at: string): void;
  timings: WatchTimings;
  now(): Date;
};

/**
 * Keeps what is known of a cluster, and publishes it: not more often than every
 * `snapshotIntervalMs`, and the last state always.
 *
 * @remarks
 * Right after a connection was made, the sources are read one after the other. A verdict on half
 * of them would be wrong, and would stay in the cluster's history, so nothing is published until
 * each source was read or is known not to be readable.
 */
export class SnapshotPublisher {
  /** Rings when an object changed. Counts are made after that. */
  readonly changes = Bell.create();
  /** Rings when anything changed: an object, a count, how well something is known. */
  readonly updates = Bell.create();
  readonly #options: SnapshotPublisherOptions;
  readonly #snapshots: Throttle;
  readonly #confirmations: Throttle;
  readonly #unread = new Set<string>();
  #state: SnapshotState;
  #publishedRevision: number | undefined;

  static create(options: SnapshotPublisherOptions): SnapshotPublisher {
    return new SnapshotPublisher(options);
  }

  private constructor(options: SnapshotPublisherOptions) {
    this.#options = options;
    this.#state = createSnapshotState(options.clusterId, this.#now());
    this.#snapshots = Throttle.create(
      options.timings.snapshotIntervalMs,
      this.#publish,
    );
    this.#confirmations = Throttle.create(
      options.timings.confirmIntervalMs,
      this.#confirm,
    );
    this.#snapshots.request();
  }

  connected(facts: { kubernetesVersion: string; isNew: boolean }): void {
    if (facts.isNew) {
      for (const { id } of this.#options.sources) {
        this.#unread.add(id);
      }
    }
    this.#update(state =>
      setKubernetesVersion(
        setConnection(state, { state: 'connected' }, this.#now()),
        facts.kubernetesVersion,
        this.#now(),
      ),
    );
  }

  pending(message: string): void {
    this.#update(state =>
      setConnection(state, { state: 'connecting', message }, this.#now()),
    );
  }

  unreachable(message: string): void {
    this.#update(state =>
      setConnection(state, { state: 'unreachable', message }, this.#now()),
    );
  }

  /** Where what is learnt about a source goes. */
  sink(source: SnapshotSource): SourceSink {
    const change = (next: (state: SnapshotState) => SnapshotState) => {
      if (this.#update(next)) {
        this.changes.ring();
      }
    };
    const read = () => {
      if (this.#unread.delete(source.id)) {
        this.#snapshots.request();
      }
    };
    return {
      replace: pages =>
        change(state => replaceObjects(state, source, pages, this.#now())),
      apply: events =>
        change(state => applyEvents(state, source, events, this.#now())),
      count: objects => {
        this.#update(state => setCount(state, source, objects, this.#now()));
        read();
      },
      sample: found => {
        this.#update(state => setSample(state, source, found, this.#now()));
        read();
      },
      setState: collection => {
        this.#update(state =>
          setCollection(state, source, collection, this.#now()),
        );
        read();
      },
      confirm: () => this.#confirmations.request(),
    };
  }

  /** What is known now, also while it is not published yet. */
  get snapshot(): ClusterSnapshot {
    return toSnapshot(this.#state);
  }

  /** The same, as long as it may be published. */
  get complete(): ClusterSnapshot | undefined {
    return this.#isHalfRead() ? undefined : this.snapshot;
  }

  stop(): void {
    this.#snapshots.stop();
    this.#confirmations.stop();
  }

  #update(next: (state: SnapshotState) => SnapshotState): boolean {
    const { revision } = this.#state;
    this.#state = next(this.#state);
    const changed = this.#state.revision !== revision;
    if (changed) {
      this.#snapshots.request();
      this.updates.ring();
    }
    return changed;
  }

  #publish = () => {
    if (
      this.#publishedRevision !== this.#state.revision &&
      !this.#isHalfRead()
    ) {
      this.#publishedRevision = this.#state.revision;
      this.#options.onSnapshot(toSnapshot(this.#state));
    }
  };

  #confirm = () => {
    if (this.#state.connection.state === 'connected' && !this.#isHalfRead()) {
      this.#options.onConfirmed(this.#now());
    }
  };

  #isHalfRead(): boolean {
    return (
      this.#state.connection.state === 'connected' && this.#unread.size > 0
    );
  }

  #now(): string {
    return this.#options.now().toISOString();
  }
}
