import { CILIUM_NAMESPACE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { describeManifestObject, parseManifest } from '../helm/manifest';
import { isForbidden } from '../kubernetes/KubernetesError';
import { KubernetesObject } from '../kubernetes/types';
import { Phase } from './runPhase';

/** Where the kinds of the Cilium chart are found. Others are not checked. */
const KINDS: Record<string, { plural: string; namespaced: boolean }> = {
  ClusterRole: { plural: 'clusterroles', namespaced: false },
  ClusterRoleBinding: { plural: 'clusterrolebindings', namespaced: false },
  ConfigMap: { plural: 'configmaps', namespaced: true },
  DaemonSet: { plural: 'daemonsets', namespaced: true },
  Deployment: { plural: 'deployments', namespaced: true },
  Namespace: { plural: 'namespaces', namespaced: false },
  Role: { plural: 'roles', namespaced: true },
  RoleBinding: { plural: 'rolebindings', namespaced: true },
  Secret: { plural: 'secrets', namespaced: true },
  Service: { plural: 'services', namespaced: true },
  ServiceAccount: { plural: 'serviceaccounts', namespaced: true },
};

/**
 * Objects of a deployed release that somebody deleted. Helm does not notice, and a run that compares
 * values only would say "already so".
 */
export async function findMissingObjects(
  phase: Phase,
  manifest: string,
): Promise<string[]> {
  const missing = await Promise.all(
    parseManifest(manifest).map(async object =>
      (await isThere(phase, object)) ? [] : [describeManifestObject(object)],
    ),
  );
  return missing.flat();
}

async function isThere(
  phase: Phase,
  object: KubernetesObject,
): Promise<boolean> {
  const { connection, signal } = phase;
  const kind = KINDS[object.kind ?? ''];
  if (!kind || !object.apiVersion) {
    return true;
  }
  const { name, namespace = CILIUM_NAMESPACE } = object.metadata;
  try {
    const found = await connection.kubernetes.get(
      {
        apiVersion: object.apiVersion,
        plural: kind.plural,
        ...(kind.namespaced && { namespace }),
        name,
      },
      { signal },
    );
    return found !== undefined;
  } catch (error) {
    if (isForbidden(error)) {
      // Who may upgrade the release need not be able to read all of it.
      return true;
    }
    throw error;
  }
}
