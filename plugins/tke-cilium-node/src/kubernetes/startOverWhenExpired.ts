import { isKubernetesError } from './KubernetesError';

/**
 * Reads a list from its beginning again when the token of a later page has expired (410 Gone): etcd
 * was compacted in between. The API would also go on from now, but then the pages would not be of
 * one moment, and what moved between them would be missed or there twice.
 *
 * Once: what expires again is read too slowly for that to help.
 */
export async function startOverWhenExpired<T>(
  readAllPages: () => Promise<T>,
): Promise<T> {
  try {
    return await readAllPages();
  } catch (error) {
    if (isKubernetesError(error) && error.status === 410) {
      return readAllPages();
    }
    throw error;
  }
}
