export { NodePoolDetails } from './NodePoolDetails';
export { NodePoolTable } from './NodePoolTable';
export { NoNodePools } from './NoNodePools';
export { NodeTable } from './NodeTable';
