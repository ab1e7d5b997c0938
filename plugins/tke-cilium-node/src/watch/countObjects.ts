import { SnapshotSource } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';

const PAGE_SIZE = 500;

/**
 * Counts objects without holding them.
 *
 * @remarks
 * One object and `remainingItemCount` say it in a single small answer. The API server leaves
 * `remainingItemCount` out when there is a selector; then the pages are walked, as metadata.
 */
export async function countObjects(
  client: KubernetesClient,
  source: SnapshotSource,
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<number> {
  const selective = source.labelSelector || source.fieldSelector;
  let count = 0;
  let token: string | undefined;
  for (;;) {
    const page = await client.list(source, {
      ...options,
      labelSelector: source.labelSelector,
      fieldSelector: source.fieldSelector,
      metadataOnly: true,
      limit: selective ? PAGE_SIZE : 1,
      continue: token,
      attempts: 1,
    });
    count += page.items.length;
    if (page.remainingItemCount !== undefined) {
      return count + page.remainingItemCount;
    }
    token = page.continue;
    if (!token) {
      return count;
    }
  }
}
