export * from './observeCluster';
