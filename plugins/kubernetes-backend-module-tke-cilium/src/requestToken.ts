import { json } from 'node:stream/consumers';
import { KubernetesClient } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ServiceAccountReference } from './readServiceAccount';

const LIFETIME_S = 3_600;

/**
 * A token of a service account that is good for an hour, or as long as the API server wants.
 *
 * @throws `KubernetesError` when the API server refuses or does not answer
 */
export async function requestToken(
  kubernetes: KubernetesClient,
  account: ServiceAccountReference,
  signal: AbortSignal,
): Promise<{ token: string; expiresAt: number }> {
  const answer = (await json(
    await kubernetes.request({
      method: 'POST',
      path: `/api/v1/namespaces/${account.namespace}/serviceaccounts/${account.name}/token`,
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: LIFETIME_S },
      },
      signal,
    }),
  )) as { status: { token: string; expirationTimestamp: string } };
  const { token, expirationTimestamp } = answer.status;
  return { token, expiresAt: Date.parse(expirationTimestamp) };
}
