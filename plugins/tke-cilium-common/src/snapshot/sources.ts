import {
  CILIUM_CONFIG,
  CILIUM_NAMESPACE,
  CNI_CONFIG,
} from '../vocabulary/names';
import { CollectionName } from './types';

/**
 * One thing that an observer lists, and watches or counts, to keep a snapshot.
 *
 * @public
 */
export type SnapshotSource = {
  /** Stable, unique. Facts are kept by it, so that two sources may feed one collection. */
  id: string;
  collection: CollectionName;
  /** Group and version, for example `apps/v1`. */
  apiVersion: string;
  plural: string;
  /** `undefined`: all namespaces, or a kind without namespaces. */
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Ask for PartialObjectMetadata: the rest of the object is not needed, or must not be read. */
  metadataOnly?: boolean;
  /**
   * How it is read, when it is not listed, held and watched.
   *
   * @remarks
   * - `count`: counted from time to time. `limit=1` and `remainingItemCount` when there is no
   *   selector. The API server leaves `remainingItemCount` out when there is one; then the pages
   *   are walked, as metadata, and dropped.
   * - `comparison`: compared with another kind, and only while the counts say that something is
   *   missing; the first few objects and their number are held.
   */
  reading?: 'count' | 'comparison';
  /** The kind comes from a CRD that may not be registered, now or ever. */
  optional?: boolean;
};

const PODS_WITHOUT_HOST_NETWORK = 'spec.hostNetwork=false';

/**
 * What an observer reads. Nothing else of a cluster is ever needed, and RBAC rules can be derived from it.
 *
 * @remarks
 * - Pods of tke-eni-agent are not read: its DaemonSet says enough, and its pod labels differ
 *   between clusters.
 * - Helm's storage objects are Secrets. Only their metadata is requested, so that no secret value
 *   ever reaches this process; labels carry revision and status.
 * - Pods that should have a CiliumEndpoint are counted by subtraction, see `countEligiblePods`.
 *   Which ones have none is asked only when there are too few, see `missingEndpoints`.
 *
 * @public
 */
export const SNAPSHOT_SOURCES: readonly SnapshotSource[] = [
  { id: 'nodes', collection: 'nodes', apiVersion: 'v1', plural: 'nodes' },
  {
    id: 'pods',
    collection: 'pods',
    apiVersion: 'v1',
    plural: 'pods',
    namespace: CILIUM_NAMESPACE,
    labelSelector:
      'k8s-app in (cilium,cilium-envoy,kube-proxy,tke-cni-agent,ip-masq-agent)',
  },
  {
    id: 'operator-pods',
    collection: 'pods',
    apiVersion: 'v1',
    plural: 'pods',
    namespace: CILIUM_NAMESPACE,
    labelSelector: 'io.cilium/app=operator',
  },
  {
    id: 'daemon-sets',
    collection: 'daemonSets',
    apiVersion: 'apps/v1',
    plural: 'daemonsets',
    namespace: CILIUM_NAMESPACE,
  },
  {
    id: 'deployments',
    collection: 'deployments',
    apiVersion: 'apps/v1',
    plural: 'deployments',
    namespace: CILIUM_NAMESPACE,
  },
  {
    id: 'cni-config',
    collection: 'configMaps',
    apiVersion: 'v1',
    plural: 'configmaps',
    namespace: CILIUM_NAMESPACE,
    fieldSelector: `metadata.name=${CNI_CONFIG}`,
  },
  {
    id: 'cilium-config',
    collection: 'configMaps',
    apiVersion: 'v1',
    plural: 'configmaps',
    namespace: CILIUM_NAMESPACE,
    fieldSelector: `metadata.name=${CILIUM_CONFIG}`,
  },
  {
    id: 'endpoint-slices',
    collection: 'endpointSlices',
    apiVersion: 'discovery.k8s.io/v1',
    plural: 'endpointslices',
    namespace: 'default',
    labelSelector: 'kubernetes.io/service-name=kubernetes',
  },
  {
    id: 'helm-releases',
    collection: 'helmReleases',
    apiVersion: 'v1',
    plural: 'secrets',
    namespace: CILIUM_NAMESPACE,
    labelSelector: 'owner=helm,name=cilium',
    metadataOnly: true,
  },
  {
    id: 'custom-resource-definitions',
    collection: 'customResourceDefinitions',
    apiVersion: 'apiextensions.k8s.io/v1',
    plural: 'customresourcedefinitions',
    metadataOnly: true,
  },
  {
    id: 'cilium-nodes',
    collection: 'ciliumNodes',
    apiVersion: 'cilium.io/v2',
    plural: 'ciliumnodes',
    metadataOnly: true,
    optional: true,
  },
  {
    id: 'cilium-endpoints',
    collection: 'ciliumEndpoints',
    apiVersion: 'cilium.io/v2',
    plural: 'ciliumendpoints',
    reading: 'count',
    optional: true,
  },
  {
    id: 'all-pods',
    collection: 'eligiblePods',
    apiVersion: 'v1',
    plural: 'pods',
    reading: 'count',
  },
  {
    id: 'host-network-pods',
    collection: 'eligiblePods',
    apiVersion: 'v1',
    plural: 'pods',
    fieldSelector: 'spec.hostNetwork=true',
    reading: 'count',
  },
  {
    id: 'succeeded-pods',
    collection: 'eligiblePods',
    apiVersion: 'v1',
    plural: 'pods',
    fieldSelector: `${PODS_WITHOUT_HOST_NETWORK},status.phase=Succeeded`,
    reading: 'count',
  },
  {
    id: 'failed-pods',
    collection: 'eligiblePods',
    apiVersion: 'v1',
    plural: 'pods',
    fieldSelector: `${PODS_WITHOUT_HOST_NETWORK},status.phase=Failed`,
    reading: 'count',
  },
  {
    id: 'unscheduled-pods',
    collection: 'eligiblePods',
    apiVersion: 'v1',
    plural: 'pods',
    fieldSelector: `${PODS_WITHOUT_HOST_NETWORK},status.phase=Pending,spec.nodeName=`,
    reading: 'count',
  },
  {
    id: 'unmanaged-pods',
    collection: 'unmanagedPods',
    apiVersion: 'v1',
    plural: 'pods',
    fieldSelector: `${PODS_WITHOUT_HOST_NETWORK},spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed`,
    metadataOnly: true,
    reading: 'comparison',
  },
  {
    id: 'karpenter-node-pools',
    collection: 'karpenterNodePools',
    apiVersion: 'karpenter.sh/v1',
    plural: 'nodepools',
    optional: true,
  },
  {
    id: 'karpenter-node-claims',
    collection: 'karpenterNodeClaims',
    apiVersion: 'karpenter.sh/v1',
    plural: 'nodeclaims',
    optional: true,
  },
  {
    id: 'machine-sets',
    collection: 'machineSets',
    apiVersion: 'node.tke.cloud.tencent.com/v1beta1',
    plural: 'machinesets',
    optional: true,
  },
  {
    id: 'machines',
    collection: 'machines',
    apiVersion: 'node.tke.cloud.tencent.com/v1beta1',
    plural: 'machines',
    optional: true,
  },
];
