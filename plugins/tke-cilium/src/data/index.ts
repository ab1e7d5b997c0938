export { useCluster } from './useCluster';
export type { ClusterFeedState } from './useCluster';
export { useClusterEntities } from './useClusterEntities';
export type { ClusterEntity } from './useClusterEntities';
export { useFleet } from './useFleet';
export { useNow } from './useNow';
export { useTimeline } from './useTimeline';
export { toRequestFailure } from './RequestFailure';
export type { RequestFailure } from './RequestFailure';
