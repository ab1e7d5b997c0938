import { SnapshotSource } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { ObjectList } from '../kubernetes/types';

const PAGE_SIZE = 500;

/** Which objects of which kind, and how much of them. */
export type Selection = Pick<
  SnapshotSource,
  | 'apiVersion'
  | 'plural'
  | 'namespace'
  | 'labelSelector'
  | 'fieldSelector'
  | 'metadataOnly'
>;

/** The pages of a list, one after the other: only one of them needs to be in memory. */
export async function* readPages(
  client: KubernetesClient,
  selection: Selection,
  options: { signal: AbortSignal; timeoutMs: number },
): AsyncGenerator<ObjectList> {
  const { labelSelector, fieldSelector, metadataOnly } = selection;
  let token: string | undefined;
  do {
    const page: ObjectList = await client.list(selection, {
      ...options,
      labelSelector,
      fieldSelector,
      metadataOnly,
      limit: PAGE_SIZE,
      continue: token,
      // The watch engine has its own ideas of when to try again.
      attempts: 1,
    });
    yield page;
    token = page.continue;
  } while (token);
}
