export * from './ClusterConnections';
export * from './clusterConnectionsServiceRef';
export * from './ConfigClusterConnections';
