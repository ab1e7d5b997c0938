import {
  reduceObjects,
  ReducedObjects,
  SnapshotSource,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';

const PAGE_SIZE = 500;

/** A complete list, reduced page by page: whole objects of one page only are ever in memory. */
export async function listPages(
  client: KubernetesClient,
  source: SnapshotSource,
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<{ pages: ReducedObjects[]; resourceVersion: string }> {
  const pages: ReducedObjects[] = [];
  let token: string | undefined;
  for (;;) {
    const page = await client.list(source, {
      ...options,
      labelSelector: source.labelSelector,
      fieldSelector: source.fieldSelector,
      metadataOnly: source.metadataOnly,
      limit: PAGE_SIZE,
      continue: token,
      // The watch engine has its own ideas of when to try again.
      attempts: 1,
    });
    pages.push(reduceObjects(source, page.items));
    token = page.continue;
    if (!token) {
      return { pages, resourceVersion: page.resourceVersion };
    }
  }
}
