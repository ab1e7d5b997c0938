export { DEFAULT_WATCH_TIMINGS, type WatchTimings } from './timings';
export {
  watchCluster,
  type ClusterWatch,
  type WatchClusterOptions,
  type WatchRestart,
} from './watchCluster';
export { type WatchFailure } from './classifyFailure';
