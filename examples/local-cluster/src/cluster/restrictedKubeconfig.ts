import { join } from 'node:path';
import type { ApiServerClient } from '../api/ApiServerClient';
import { readKubeconfig, writeKubeconfig } from '../api/kubeconfig';
import type { KubernetesObject } from '../api/kubernetesObject';
import { LOCAL_CLUSTER_NAMESPACE } from '../seed/seedCluster';
import type { PolicyRule } from './types';

/** Makes a service account that may do only what `rules` say, and writes its kubeconfig. */
export async function restrictedKubeconfig(
  admin: ApiServerClient,
  options: {
    directory: string;
    adminKubeconfigPath: string;
    clusterName: string;
    name: string;
    rules: PolicyRule[];
  },
): Promise<string> {
  const { name } = options;
  const account: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: LOCAL_CLUSTER_NAMESPACE },
  };
  const rbac = 'rbac.authorization.k8s.io';
  await Promise.all([
    admin.ensure(account),
    admin.ensure({
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name: `local-cluster:${name}` },
      rules: options.rules,
    }),
    admin.ensure({
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: `local-cluster:${name}` },
      roleRef: {
        apiGroup: rbac,
        kind: 'ClusterRole',
        name: `local-cluster:${name}`,
      },
      subjects: [
        { kind: 'ServiceAccount', name, namespace: LOCAL_CLUSTER_NAMESPACE },
      ],
    }),
  ]);
  const answer = (await admin.request(
    'POST',
    `/api/v1/namespaces/${LOCAL_CLUSTER_NAMESPACE}/serviceaccounts/${name}/token`,
    {
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: 24 * 3600 },
      },
    },
  )) as { status: { token: string } };
  const { server, caCertificate } = await readKubeconfig(
    options.adminKubeconfigPath,
  );
  const path = join(options.directory, `${name}.kubeconfig`);
  await writeKubeconfig(path, options.clusterName, {
    server,
    caCertificate,
    credentials: { token: answer.status.token },
  });
  return path;
}
