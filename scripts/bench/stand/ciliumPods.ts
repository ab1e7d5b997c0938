import type {
  KubernetesClient,
  KubernetesObject,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';

const PODS = '/api/v1/namespaces/kube-system/pods';

/** A pod of one of Cilium's DaemonSets. */
export type CiliumPod = { name: string; node: string };

type Pod = KubernetesObject & { spec: { nodeName: string } };

/** The pods on all nodes. */
export async function listCiliumPods(
  kubernetes: KubernetesClient,
  daemonSet: 'cilium' | 'cilium-envoy',
): Promise<CiliumPod[]> {
  const { items } = await kubernetes.list<Pod>(
    { apiVersion: 'v1', plural: 'pods', namespace: 'kube-system' },
    { labelSelector: `k8s-app=${daemonSet}` },
  );
  return items.map(({ metadata, spec }) => ({
    name: metadata?.name ?? '',
    node: spec.nodeName,
  }));
}

/** Says, as its kubelet would, whether a pod is ready. */
export async function setPodReady(
  kubernetes: KubernetesClient,
  pod: CiliumPod,
  ready: boolean,
): Promise<void> {
  const status = ready ? 'True' : 'False';
  const lastTransitionTime = new Date().toISOString();
  const answer = await kubernetes.request({
    method: 'PATCH',
    path: `${PODS}/${pod.name}/status`,
    contentType: 'application/strategic-merge-patch+json',
    body: {
      status: {
        conditions: ['ContainersReady', 'Ready'].map(type => ({
          type,
          status,
          lastTransitionTime,
        })),
      },
    },
  });
  // To its end, so that the connection can be used again.
  for await (const _ of answer) {
    // What it says is known.
  }
}

/**
 * Calls back whenever the API server tells that a pod changed: nobody can know
 * of it earlier.
 */
export async function watchPods(
  kubernetes: KubernetesClient,
  options: { signal: AbortSignal; onEvent: () => void },
): Promise<void> {
  const { metadata } = await readJson<{
    metadata: { resourceVersion: string };
  }>(kubernetes, { path: PODS, query: { limit: 1 } });
  const events = await kubernetes.request({
    path: PODS,
    query: { watch: true, resourceVersion: metadata.resourceVersion },
    signal: options.signal,
  });
  events.on('data', options.onEvent);
  events.on('error', () => {});
}

async function readJson<Answer>(
  kubernetes: KubernetesClient,
  request: Parameters<KubernetesClient['request']>[0],
): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await kubernetes.request(request)) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
