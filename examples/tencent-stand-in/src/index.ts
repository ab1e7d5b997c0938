/**
 * A stand-in for the Tencent Cloud API on loopback.
 *
 * @packageDocumentation
 */
export { startLocalControlPlane } from './controlPlanes/startLocalControlPlane';
export {
  type ControlPlane,
  type PoolNodes,
  type StartControlPlane,
} from './controlPlanes/ControlPlane';
export { startTencentCloud } from './server/startTencentCloud';
export {
  type JournalEntry,
  type TencentCloud,
  type TencentCloudOptions,
} from './server/types';
export { ACCOUNT } from './faults/denial';
export { CloudSecrets } from './secrets/CloudSecrets';
export { readSqliteDatabases } from './secrets/readSqliteDatabases';
export { type Fault, type FaultRule } from './faults/Fault';
export { type CloudOptions } from './state/Cloud';
export { type CloudCluster, type CloudEndpoint } from './state/CloudCluster';
export { type CloudMachines } from './state/CloudMachines';
export { type CloudNetwork } from './state/CloudNetwork';
