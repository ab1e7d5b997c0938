import { KubernetesClient } from './KubernetesClient';
import { isKubernetesError } from './KubernetesError';
import { KubernetesObject, ListOptions, ResourceReference } from './types';

const PAGE_SIZE = 500;

/**
 * All objects of a list, read in pages so that neither side holds the whole answer at once on the
 * wire. Starts over once when a page's token expired in between (410).
 *
 * @public
 */
export async function listAll<T extends KubernetesObject = KubernetesObject>(
  client: KubernetesClient,
  resource: ResourceReference,
  options?: ListOptions,
): Promise<T[]> {
  try {
    return await readPages<T>(client, resource, options);
  } catch (error) {
    if (isKubernetesError(error) && error.status === 410) {
      return readPages<T>(client, resource, options);
    }
    throw error;
  }
}

async function readPages<T extends KubernetesObject>(
  client: KubernetesClient,
  resource: ResourceReference,
  options?: ListOptions,
): Promise<T[]> {
  const items: T[] = [];
  let token: string | undefined;
  do {
    const page = await client.list<T>(resource, {
      limit: PAGE_SIZE,
      ...options,
      continue: token,
    });
    items.push(...page.items);
    token = page.continue;
  } while (token);
  return items;
}
