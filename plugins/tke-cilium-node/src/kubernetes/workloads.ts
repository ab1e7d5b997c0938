import {
  CILIUM_NAMESPACE,
  DaemonSetManifest,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesObject, ObjectReference } from './types';

/** A DaemonSet, with the parts that the phases read. */
export type DaemonSet = KubernetesObject &
  DaemonSetManifest & {
    spec: {
      selector: { matchLabels?: Record<string, string> };
      updateStrategy?: { type?: string };
    };
    status?: {
      observedGeneration?: number;
      desiredNumberScheduled?: number;
      currentNumberScheduled?: number;
      updatedNumberScheduled?: number;
      numberReady?: number;
      numberAvailable?: number;
    };
  };

/** A Deployment, with the parts that the phases read. */
export type Deployment = KubernetesObject & {
  spec: { selector: { matchLabels?: Record<string, string> } };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
  };
};

/** A DaemonSet of the namespace of Cilium and of TKE's components. */
export function daemonSet(name: string): ObjectReference {
  return {
    apiVersion: 'apps/v1',
    plural: 'daemonsets',
    namespace: CILIUM_NAMESPACE,
    name,
  };
}

/** A Deployment of the same namespace. */
export function deployment(name: string): ObjectReference {
  return { ...daemonSet(name), plural: 'deployments' };
}

/** A ConfigMap of the same namespace. */
export function configMap(name: string): ObjectReference {
  return {
    apiVersion: 'v1',
    plural: 'configmaps',
    namespace: CILIUM_NAMESPACE,
    name,
  };
}

/** Whether the controller has acted on the newest spec. */
export function isObserved(object: DaemonSet | Deployment): boolean {
  return (
    (object.status?.observedGeneration ?? 0) >=
    (object.metadata.generation ?? 0)
  );
}

/** The label selector of a workload's pods. */
export function podSelector(object: DaemonSet | Deployment): string {
  return Object.entries(object.spec.selector.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
