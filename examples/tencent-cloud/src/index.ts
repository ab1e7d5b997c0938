/**
 * A stand-in for the Tencent Cloud API on loopback.
 *
 * @packageDocumentation
 */
export { startTencentCloud } from './server/startTencentCloud';
export {
  type JournalEntry,
  type TencentCloud,
  type TencentCloudOptions,
} from './server/types';
export { type Fault, type FaultRule } from './faults/Fault';
export { type CloudCluster, type CloudEndpoint } from './state/CloudCluster';
