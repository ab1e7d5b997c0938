import {
  CollectionState,
  ObjectEvent,
  ReducedObjects,
  SnapshotSource,
  UnmanagedPodFacts,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { WatchFailure } from './classifyFailure';
import { Link } from './ConnectionMonitor';
import { ListsUnderWay } from './ListsUnderWay';
import { RegisteredKinds } from './RegisteredKinds';
import { WatchTimings } from './timings';

/** Where what is learnt about one source goes. */
export type SourceSink = {
  replace(pages: ReducedObjects[]): void;
  apply(events: ObjectEvent[]): void;
  count(objects: number): void;
  /** `undefined`: there was nothing to compare. */
  sample(found: UnmanagedPodFacts | undefined): void;
  setState(state: CollectionState): void;
  /** The API server has just confirmed what is known. */
  confirm(): void;
};

/** What reading one source over one link needs. */
export type SourceOptions = {
  source: SnapshotSource;
  link: Link;
  sink: SourceSink;
  kinds: RegisteredKinds;
  lists: ListsUnderWay;
  /** Has the API server asked whether it is still there. */
  suspect(): void;
  /** Tells that a request failed and is tried again. */
  restarted(reason: WatchFailure['kind']): void;
  timings: WatchTimings;
  random(): number;
};
