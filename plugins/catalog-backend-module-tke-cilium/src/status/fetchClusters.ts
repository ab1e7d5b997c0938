import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ClustersResponse,
  ClusterSummary,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { DefaultApiClient } from '@tke-cilium/backstage-plugin-tke-cilium-common/client';

const TIMEOUT_MS = 10_000;

/**
 * The clusters that the tke-cilium backend knows, with how they are.
 *
 * @throws `ResponseError` when it refuses, whatever `fetch` throws when it does not answer
 */
export async function fetchClusters(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}): Promise<ClusterSummary[]> {
  const { auth, discovery } = services;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'tke-cilium',
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const client = new DefaultApiClient({
    discoveryApi: discovery,
    fetchApi: { fetch: (input, init) => fetch(input, { ...init, signal }) },
  });
  const clusters: ClusterSummary[] = [];
  let cursor: string | undefined;
  do {
    const response = await client.getClusters({ query: { cursor } }, { token });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response as Response);
    }
    const page = (await response.json()) as ClustersResponse;
    clusters.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return clusters;
}
