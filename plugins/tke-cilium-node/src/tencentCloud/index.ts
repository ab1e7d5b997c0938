export * from './CreationLock';
export * from './InProcessCreationLock';
export {
  listMadeClusters,
  type MadeCluster,
  madeClusterOrigin,
} from './listMadeClusters';
export {
  type CvmActions,
  type RegionActions,
  type ScalingActions,
  type TencentCloudActions,
  type Tke2022Actions,
  type TkeActions,
  type VpcActions,
} from './TencentCloudActions';
export { type ClusterEndpointKind } from './TencentCloudKubeconfig';
export * from './asModels';
export * from './regionModels';
export * from './vpcModels';
export { type CallOptions, type TencentCloudApi } from './TencentCloudApi';
export { tencentCloudRegionsServiceRef } from './tencentCloudRegionsServiceRef';
export {
  type TencentCloudAccountSummary,
  type TencentCloudRegion,
  type TencentCloudRegions,
} from './TencentCloudRegions';
export {
  isClusterNotFound,
  isTencentCloudError,
  TencentCloudError,
  type TencentCloudErrorKind,
  type TencentCloudErrorOptions,
} from './TencentCloudError';
