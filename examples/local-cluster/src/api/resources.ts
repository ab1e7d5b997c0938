import type { KubernetesObject } from './kubernetesObject';

/** Plural names of the kinds this package touches. */
const PLURALS: Record<string, string> = {
  APIService: 'apiservices',
  CiliumEndpoint: 'ciliumendpoints',
  CiliumNode: 'ciliumnodes',
  ClusterRole: 'clusterroles',
  ClusterRoleBinding: 'clusterrolebindings',
  ConfigMap: 'configmaps',
  CustomResourceDefinition: 'customresourcedefinitions',
  DaemonSet: 'daemonsets',
  Deployment: 'deployments',
  Lease: 'leases',
  Machine: 'machines',
  MachineSet: 'machinesets',
  MutatingWebhookConfiguration: 'mutatingwebhookconfigurations',
  Namespace: 'namespaces',
  Node: 'nodes',
  NodeClaim: 'nodeclaims',
  NodePool: 'nodepools',
  Pod: 'pods',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  Service: 'services',
  ServiceAccount: 'serviceaccounts',
  Stage: 'stages',
  TKEMachineNodeClass: 'tkemachinenodeclasses',
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: 'validatingadmissionpolicybindings',
};

/** Path of a collection, for example `/apis/apps/v1/namespaces/kube-system/daemonsets`. */
export function collectionPath(
  apiVersion: string,
  kind: string,
  namespace?: string,
): string {
  const plural = PLURALS[kind];
  if (!plural) {
    throw new Error(`The plural of kind ${kind} is not known here; add it.`);
  }
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : '/api/v1';
  return `${group}${namespace ? `/namespaces/${namespace}` : ''}/${plural}`;
}

/** Path of one object. */
export function objectPath(
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): string {
  const { name, namespace } = object.metadata;
  return `${collectionPath(
    object.apiVersion,
    object.kind,
    namespace,
  )}/${encodeURIComponent(name)}`;
}
