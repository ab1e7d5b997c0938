export {
  isClusterNotFound,
  isTencentCloudError,
  TencentCloudError,
  type TencentCloudErrorKind,
  type TencentCloudErrorOptions,
} from './TencentCloudError';
