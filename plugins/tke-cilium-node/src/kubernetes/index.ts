export { apiPath } from './apiPath';
export * from './KubernetesClient';
export {
  isConflict,
  isForbidden,
  isKubernetesError,
  KubernetesError,
  type KubernetesErrorOptions,
} from './KubernetesError';
export { listAll } from './listAll';
export { isRetryable, retryOnConflict } from './retry';
export * from './types';
