import { ServiceUnavailableError } from '@backstage/errors';
import type { ApiServerAddress } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import { KubernetesObject } from '../kubernetes/types';
import { observeCluster } from './observeCluster';

const TRIES = 5;
const INTERVAL_MS = 2000;

type Endpoints = KubernetesObject & {
  subsets?: {
    addresses?: { ip: string }[];
    ports?: { name?: string; port: number }[];
  }[];
};

/**
 * Where the API server is for the nodes: what the EndpointSlice of `default/kubernetes` says, and the
 * deprecated Endpoints when there is no slice.
 *
 * @remarks
 * Looked for five times: both may be empty for a moment while an API server restarts
 * (upstream `cilium.sh`, `get_apiserver_ip`). Never a load balancer: Cilium's socket load balancing
 * intercepts it, and the agents lose the API server (cilium/cilium#43619).
 *
 * @throws `ServiceUnavailableError` when it stays empty
 */
export async function readApiServerAddress(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<ApiServerAddress> {
  for (let count = 1; ; count += 1) {
    const snapshot = await observeCluster(client, client.clusterId, {
      signal,
      collections: ['endpointSlices'],
    });
    const address = snapshot.apiServer ?? (await readEndpoints(client, signal));
    if (address) {
      return address;
    }
    if (count === TRIES) {
      throw new ServiceUnavailableError(
        `Cluster ${client.clusterId}: neither an EndpointSlice nor the Endpoints of default/kubernetes has a ready IPv4 address with a port "https", so Cilium would not know where the API server is. Check that the managed control plane is healthy, then try again.`,
      );
    }
    await sleepUnlessAborted(INTERVAL_MS, signal);
  }
}

async function readEndpoints(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<ApiServerAddress | undefined> {
  const endpoints = await client.get<Endpoints>(
    {
      apiVersion: 'v1',
      plural: 'endpoints',
      namespace: 'default',
      name: 'kubernetes',
    },
    { signal },
  );
  const subset = endpoints?.subsets?.[0];
  const host = subset?.addresses?.[0]?.ip;
  const port = subset?.ports?.find(({ name }) => name === 'https')?.port;
  return host && port ? { host, port } : undefined;
}
