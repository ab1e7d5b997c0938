import { SnapshotSource } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { readPages } from './readPages';

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
  const isSelective = source.labelSelector || source.fieldSelector;
  let count = 0;
  for await (const page of readPages(
    client,
    { ...source, metadataOnly: true },
    options,
    isSelective ? undefined : 1,
  )) {
    count += page.items.length;
    if (page.remainingItemCount !== undefined) {
      return count + page.remainingItemCount;
    }
  }
  return count;
}
