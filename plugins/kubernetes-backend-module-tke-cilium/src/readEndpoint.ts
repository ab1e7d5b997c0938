import { InputError } from '@backstage/errors';
import { parse } from 'yaml';

/** Where an API server is, and whose certificate it must have. */
export type Endpoint = { url: string; caData?: string };

/**
 * The endpoint in a connection's kubeconfig, which has one cluster.
 *
 * @throws `InputError` when the Kubernetes plugin has no means to use it
 */
export function readEndpoint(kubeconfig: string): Endpoint {
  const { cluster } = parse(kubeconfig).clusters[0];
  for (const means of ['tls-server-name', 'proxy-url']) {
    if (cluster[means]) {
      throw new InputError(
        `its kubeconfig sets ${means}, which the Kubernetes plugin cannot use`,
      );
    }
  }
  return {
    url: cluster.server,
    caData: cluster['certificate-authority-data'] || undefined,
  };
}
