export * from './ClusterConnections';
export * from './clusterConnectionsServiceRef';
export * from './ConfigClusterConnections';
export {
  readConfiguredClusters,
  type ConfiguredCluster,
} from './ConfiguredCluster';
export { readNewClusterAccess } from './readNewClusterAccess';
