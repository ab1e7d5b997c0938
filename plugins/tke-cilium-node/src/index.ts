/**
 * Cluster connections, Helm and the install phases behind the tke-cilium plugins.
 *
 * @packageDocumentation
 */
export * from './audit';
export * from './cloudChoices';
export * from './cloudPhases';
export * from './connections';
export * from './heartbeats';
export * from './helm';
export * from './kubernetes';
export * from './observe';
export * from './permissions';
export * from './phases';
export * from './tencentCloud';
export * from './watch';
