import { SnapshotSource } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';

/** Counts objects without holding them. */
export async function countObjects(
  client: KubernetesClient,
  source: SnapshotSource,
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<number> {
  const { labelSelector, fieldSelector } = source;
  return client.count(source, {
    ...options,
    labelSelector,
    fieldSelector,
    // The watch engine has its own ideas of when to try again.
    attempts: 1,
  });
}
