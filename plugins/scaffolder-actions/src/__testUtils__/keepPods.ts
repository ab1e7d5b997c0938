import { ApiServerClient, LocalCluster } from '@tke-cilium/local-cluster';

const NAMESPACE = 'kube-system';

/** Keeps the pods of a DaemonSet from ending, or lets them, by a finalizer of somebody else. */
export async function keepPods(
  cluster: LocalCluster,
  daemonSet: string,
  isKept: boolean,
): Promise<void> {
  const client = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
  try {
    const pods = await client.list('v1', 'Pod', NAMESPACE);
    await Promise.all(
      pods
        .map(({ metadata }) => metadata.name)
        .filter(name => name.startsWith(`${daemonSet}-`))
        .map(name =>
          client.patch(`/api/v1/namespaces/${NAMESPACE}/pods/${name}`, {
            metadata: { finalizers: isKept ? ['example.com/kept'] : [] },
          }),
        ),
    );
  } finally {
    client.close();
  }
}
