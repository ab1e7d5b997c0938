export { ApiServerClient } from './api/ApiServerClient';
export { cacheDirectory } from './cacheDirectory';
export {
  resolveBinaries,
  type Binaries,
  type ResolveBinariesOptions,
} from './binaries/resolveBinaries';
export { resolveCiliumChart } from './charts/resolveCiliumChart';
export { freePort } from './controlPlane/freePort';
export { Reaper } from './controlPlane/Reaper';
export { startLocalCluster } from './cluster/startLocalCluster';
export type {
  LocalCluster,
  LocalClusterOptions,
  PolicyRule,
} from './cluster/types';
export type { NodeSeed, SeedOptions } from './seed/types';
export type { Fault, FaultRecord, FaultyComponent } from './faults/types';
export { startFaultProxy, type FaultProxy } from './proxy/startFaultProxy';
export type { ProxyFault, StreamFault } from './proxy/faults';
export type { ProxyRule } from './proxy/rules';
