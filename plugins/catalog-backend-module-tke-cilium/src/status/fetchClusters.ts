import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { ClustersResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';

const TIMEOUT_MS = 10_000;

/**
 * The clusters that the tke-cilium backend knows, with how they are.
 *
 * @throws `ResponseError` when it refuses, whatever `fetch` throws when it does not answer
 */
export async function fetchClusters(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}): Promise<ClustersResponse['items']> {
  const { auth, discovery } = services;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'tke-cilium',
  });
  const response = await fetch(
    `${await discovery.getBaseUrl('tke-cilium')}/v1/clusters`,
    {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    },
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const { items }: ClustersResponse = await response.json();
  return items;
}
