import {
  reduceObjects,
  ReducedObjects,
  SharedValues,
  SnapshotSource,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { readPages } from './readPages';

/**
 * A complete list, reduced page by page: whole objects of one page only are ever in memory.
 *
 * @param options - `shared`: what it has in common with other lists
 */
export async function listPages(
  client: KubernetesClient,
  source: SnapshotSource,
  options: { signal: AbortSignal; timeoutMs: number; shared: SharedValues },
): Promise<{ pages: ReducedObjects[]; resourceVersion: string }> {
  const pages: ReducedObjects[] = [];
  let resourceVersion = '';
  for await (const page of readPages(client, source, options)) {
    pages.push(reduceObjects(source, page.items, options.shared));
    resourceVersion = page.resourceVersion;
  }
  return { pages, resourceVersion };
}
