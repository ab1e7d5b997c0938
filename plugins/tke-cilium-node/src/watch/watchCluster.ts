import {
  ClusterSnapshot,
  SNAPSHOT_SOURCES,
  SnapshotSource,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterConnection } from '../connections/ClusterConnections';
import { WatchFailure } from './classifyFailure';
import { compareSource } from './compareSource';
import { ConnectionMonitor } from './ConnectionMonitor';
import { countSource } from './countSource';
import { followSource } from './followSource';
import { ListsUnderWay } from './ListsUnderWay';
import { RegisteredKinds } from './RegisteredKinds';
import { SnapshotPublisher } from './SnapshotPublisher';
import { SourceOptions, SourceSink } from './SourceOptions';
import { DEFAULT_WATCH_TIMINGS, WatchTimings } from './timings';

/** Options of {@link watchCluster}. @public */
export type WatchClusterOptions = {
  clusterId: string;
  /**
   * Gives the connection. Called for each attempt to reach the cluster and every
   * `credentialsCheckMs`, so it may fail now and work later, may give another
   * connection each time, and should be cheap.
   */
  connect(): Promise<ClusterConnection>;
  /**
   * Called with every new state of the cluster, at most once per
   * `snapshotIntervalMs`; the last state is never left out. The first snapshot
   * says that the connection is being made. Must not throw.
   */
  onSnapshot(snapshot: ClusterSnapshot): void;
  /** Called now and then with the time at which the last snapshot was confirmed. Must not throw. */
  onConfirmed?(at: string): void;
  /** Told about every request that failed and is tried again. Must not throw. */
  onRestart?(restart: WatchRestart): void;
  timings?: Partial<WatchTimings>;
  /** Clock, for the times in snapshots. */
  now?(): Date;
  /** A number in [0, 1), for jitter. */
  random?(): number;
};

/** A watch, or a count, that failed and is tried again. @public */
export type WatchRestart = {
  /** Id of the source in `SNAPSHOT_SOURCES`. */
  source: string;
  /** What kind of failure it was. */
  reason: WatchFailure['kind'];
};

/** A running watch. @public */
export type ClusterWatch = {
  /** What is known now. `undefined` while a connection is new and not all was read. */
  snapshot(): ClusterSnapshot | undefined;
  /** Closes every connection. Nothing is called back after it was called. */
  stop(): Promise<void>;
};

/**
 * Keeps a snapshot of a cluster up to date by watching it, until it is stopped. Never gives up.
 *
 * @remarks
 * One watch per source of `SNAPSHOT_SOURCES`, whoever looks: an idle cluster costs its API
 * server the re-opening of watches only. Big collections are counted, not held, and compared by
 * name only while the counts do not fit.
 *
 * Written on plain requests: the watch and the informer of `@kubernetes/client-node` 1.4 have no
 * effective connect timeout, send neither bookmarks nor `timeoutSeconds`, list unpaged, drop lines
 * they cannot read, and stop for good after any error but 410.
 *
 * @public
 */
export function watchCluster(options: WatchClusterOptions): ClusterWatch {
  const { clusterId, now = () => new Date(), random = Math.random } = options;
  const timings = { ...DEFAULT_WATCH_TIMINGS, ...options.timings };
  const stop = new AbortController();
  const kinds = RegisteredKinds.create();
  const lists = ListsUnderWay.create();
  const publisher = SnapshotPublisher.create({
    clusterId,
    sources: SNAPSHOT_SOURCES,
    onSnapshot: options.onSnapshot,
    onConfirmed: options.onConfirmed ?? (() => {}),
    timings,
    now,
  });
  const monitor = ConnectionMonitor.create({
    connect: options.connect,
    onConnected: facts => publisher.connected(facts),
    onUnreachable: message => publisher.unreachable(message),
    onPending: message => publisher.pending(message),
    timings,
    random,
    signal: stop.signal,
  });

  async function runSource(source: SnapshotSource): Promise<void> {
    const sink = withKinds(source, publisher.sink(source));
    for (;;) {
      const link = await monitor.link();
      if (!link) {
        return;
      }
      const sourceOptions = {
        source,
        link,
        sink,
        kinds,
        lists,
        suspect: () => monitor.suspect(link),
        restarted: (reason: WatchFailure['kind']) =>
          options.onRestart?.({ source: source.id, reason }),
        timings,
        random,
      };
      await readSource(sourceOptions);
    }
  }

  function readSource(sourceOptions: SourceOptions): Promise<void> {
    switch (sourceOptions.source.reading) {
      case 'count':
        return countSource(sourceOptions, publisher.changes);
      case 'comparison':
        return compareSource(sourceOptions, publisher);
      default:
        return followSource(sourceOptions);
    }
  }

  function withKinds(source: SnapshotSource, sink: SourceSink): SourceSink {
    const learn = () => kinds.set(publisher.snapshot.customResourceDefinitions);
    return source.collection !== 'customResourceDefinitions'
      ? sink
      : {
          ...sink,
          replace: pages => {
            sink.replace(pages);
            learn();
          },
          apply: events => {
            sink.apply(events);
            learn();
          },
        };
  }

  const running = Promise.all([
    monitor.run(),
    ...SNAPSHOT_SOURCES.map(runSource),
  ]);
  return {
    snapshot: () => publisher.complete,
    async stop() {
      stop.abort();
      publisher.stop();
      await running;
    },
  };
}
