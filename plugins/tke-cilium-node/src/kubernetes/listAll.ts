import { KubernetesClient } from './KubernetesClient';
import { startOverWhenExpired } from './startOverWhenExpired';
import { KubernetesObject, ListOptions, ResourceReference } from './types';

const PAGE_SIZE = 500;

/**
 * All objects of a list, read in pages so that neither side holds the whole answer at once on the
 * wire.
 *
 * @public
 */
export async function listAll<T extends KubernetesObject = KubernetesObject>(
  client: KubernetesClient,
  resource: ResourceReference,
  options?: ListOptions,
): Promise<T[]> {
  return startOverWhenExpired(() => readPages<T>(client, resource, options));
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
