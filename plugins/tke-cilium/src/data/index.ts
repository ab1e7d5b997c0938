export { useCluster } from './useCluster';
export { useNow } from './useNow';
export type { ClusterFeedState } from './ClusterFeed';
export type { RequestFailure } from './RequestFailure';
