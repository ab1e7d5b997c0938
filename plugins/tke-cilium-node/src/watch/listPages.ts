import {
  createSharedValues,
  reduceObjects,
  ReducedObjects,
  SnapshotSource,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { readPages } from './readPages';

/** A complete list, reduced page by page: whole objects of one page only are ever in memory. */
export async function listPages(
  client: KubernetesClient,
  source: SnapshotSource,
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<{ pages: ReducedObjects[]; resourceVersion: string }> {
  const pages: ReducedObjects[] = [];
  const shared = createSharedValues();
  let resourceVersion = '';
  for await (const page of readPages(client, source, options)) {
    pages.push(reduceObjects(source, page.items, shared));
    resourceVersion = page.resourceVersion;
  }
  return { pages, resourceVersion };
}
