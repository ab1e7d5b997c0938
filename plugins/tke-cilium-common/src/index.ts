/**
 * Rules and vocabulary of Cilium on Tencent Kubernetes Engine.
 *
 * @packageDocumentation
 */
export * from './api/types';
export * from './clusters/buildCreateCluster';
export * from './clusters/checkClusterAccess';
export * from './clusters/checkClusterInput';
export * from './clusters/checkExistingCluster';
export * from './clusters/checkPlannedChart';
export * from './clusters/clusterInput';
export * from './clusters/checkPlannedNodes';
export * from './clusters/plannedNodes';
export * from './cni/cniConfigMap';
export * from './cni/compareCniConfig';
export {
  type ContainerManifest,
  type DaemonSetManifest,
} from './daemonSets/daemonSetManifest';
export * from './daemonSets/eniAgentImagePatch';
export { type JsonPatchOperation } from './daemonSets/jsonPatch';
export * from './daemonSets/nodeSelectorPatch';
export * from './daemonSets/preStopPatch';
export * from './images/imageReference';
export * from './images/imageSources';
export * from './images/imageVersion';
export * from './nodePools/buildCloudNodePool';
export * from './nodePools/buildKarpenterNodePool';
export * from './nodePools/checkCloudNodePool';
export * from './nodePools/checkKarpenterNodePool';
export * from './nodePools/cloudNodePoolInput';
export * from './nodePools/karpenterNodePoolInput';
export * from './permissions/permissions';
export * from './preflight/chooseDisableOrder';
export * from './preflight/checkHelm';
export * from './preflight/evaluatePreflight';
export * from './problemCatalogue/problemCatalogue';
export * from './profiles/installProfile';
export * from './profiles/installProfiles';
export * from './readiness';
export * from './snapshot';
export * from './values/applyChartDefaults';
export * from './values/buildCiliumValues';
export * from './values/checkCiliumValues';
export * from './values/checkInstallOptions';
export {
  diffHelmValues,
  type HelmValuesDifference,
} from './values/diffHelmValues';
export * from './values/findUnknownKeys';
export { type HelmValue, type HelmValues } from './values/helmValues';
export * from './values/installOptions';
export * from './values/mergeHelmValues';
export * from './values/redactHelmValues';
export * from './versions/advisories';
export * from './versions/checkChartVersion';
export * from './versions/kubernetesCompatibility';
export * from './versions/version';
export * from './vocabulary/annotations';
export * from './vocabulary/clusterConsoleUrl';
export * from './vocabulary/clusterEntityFilter';
export * from './vocabulary/clusterId';
export * from './vocabulary/names';
