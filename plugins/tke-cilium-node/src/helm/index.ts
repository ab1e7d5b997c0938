export {
  CILIUM_CHART_REPOSITORY,
  type Chart,
  type ChartSource,
} from './ChartSource';
export * from './HelmClient';
export { HelmError, type HelmErrorReason, isHelmError } from './HelmError';
export * from './HelmSession';
export type { ObjectChange } from './manifest';
export * from './releaseStorage';
