export {
  applyEvents,
  reduceObjects,
  replaceObjects,
  setCollection,
  setCount,
  setSample,
  type ObjectEvent,
  type ReducedObjects,
} from './observe';
export { reduceHelmRelease } from './reduce/reduceHelmRelease';
export { createSharedValues, type SharedValues } from './sharedValues';
export { SNAPSHOT_SOURCES, type SnapshotSource } from './sources';
export {
  createSnapshotState,
  setConnection,
  setKubernetesVersion,
  type SnapshotState,
  type SourceState,
} from './state';
export { toSnapshot } from './toSnapshot';
export * from './types';
