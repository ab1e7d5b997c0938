export * from './tkeClusterPermissionResourceRef';
