import { ApiServerClient, LocalCluster } from '@tke-cilium/local-cluster';

const API = 'admissionregistration.k8s.io/v1';

/**
 * Keeps the pods of a DaemonSet from ending, or lets them: a policy refuses that they are deleted, as
 * a cluster's own policies may.
 */
export async function keepPods(
  cluster: LocalCluster,
  daemonSet: string,
  isKept: boolean,
): Promise<void> {
  const client = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
  try {
    for (const object of policyFor(daemonSet)) {
      await (isKept ? client.create(object) : client.delete(object));
    }
  } finally {
    client.close();
  }
}

function policyFor(daemonSet: string) {
  const metadata = { name: `keep-${daemonSet}` };
  return [
    {
      apiVersion: API,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              operations: ['DELETE'],
              resources: ['pods'],
            },
          ],
        },
        validations: [
          {
            expression: `!oldObject.metadata.name.startsWith('${daemonSet}-')`,
            message: `pods of ${daemonSet} are kept`,
          },
        ],
      },
    },
    {
      apiVersion: API,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: { policyName: metadata.name, validationActions: ['Deny'] },
    },
  ];
}
