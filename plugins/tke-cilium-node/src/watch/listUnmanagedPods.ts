import {
  ClusterSnapshot,
  SNAPSHOT_SOURCES,
  SnapshotSource,
  UnmanagedPodFacts,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { KubernetesObject } from '../kubernetes/types';
import { readPages, Selection } from './readPages';

/** Names that are kept; a message cannot hold more. */
const NAMED = 10;

/** What a comparison found. `young`: Pods that were left out because they are new. */
export type PodComparison = UnmanagedPodFacts & { young: number };

/**
 * Compares the names of the Pods that should have a CiliumEndpoint with those of the CiliumEndpoints.
 *
 * @remarks
 * Metadata only, page by page. Where Pods on super nodes explain all that is missing, nothing else is
 * listed. CiliumEndpoints are listed before Pods: a Pod that is listed and not new had its endpoint
 * by then, and one that was deleted meanwhile is not listed.
 *
 * @param missing - what `missingEndpoints` says of the snapshot
 */
export async function listUnmanagedPods(
  client: KubernetesClient,
  source: SnapshotSource,
  options: {
    snapshot: ClusterSnapshot;
    missing: number;
    signal: AbortSignal;
    timeoutMs: number;
    podGraceMs: number;
  },
): Promise<PodComparison> {
  const { snapshot, missing } = options;
  const found: PodComparison = { total: 0, names: [], young: 0 };
  const managed = await listNames(
    client,
    onSuperNodes(source, snapshot),
    options,
  );
  if (managed.size >= missing) {
    return found;
  }
  for (const name of await listNames(client, endpoints(snapshot), options)) {
    managed.add(name);
  }
  for await (const { items } of readPages(client, source, options)) {
    for (const pod of items) {
      const name = nameOf(pod);
      if (managed.has(name)) {
        continue;
      }
      if (Date.now() - createdAt(pod) < options.podGraceMs) {
        found.young += 1;
        continue;
      }
      found.total += 1;
      if (found.names.length < NAMED) {
        found.names.push(name);
      }
    }
  }
  return found;
}

function onSuperNodes(
  source: SnapshotSource,
  { nodes }: ClusterSnapshot,
): Selection[] {
  return nodes
    .filter(({ kind }) => kind === 'super')
    .map(({ name }) => ({
      ...source,
      fieldSelector: `${source.fieldSelector},spec.nodeName=${name}`,
    }));
}

function endpoints({ collections }: ClusterSnapshot): Selection[] {
  return collections.ciliumEndpoints.state === 'absent'
    ? []
    : SNAPSHOT_SOURCES.filter(
        ({ collection }) => collection === 'ciliumEndpoints',
      ).map(source => ({ ...source, metadataOnly: true }));
}

async function listNames(
  client: KubernetesClient,
  selections: Selection[],
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<Set<string>> {
  const names = new Set<string>();
  for (const selection of selections) {
    for await (const { items } of readPages(client, selection, options)) {
      items.forEach(item => names.add(nameOf(item)));
    }
  }
  return names;
}

function nameOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function createdAt({ metadata }: KubernetesObject): number {
  return Date.parse(metadata.creationTimestamp ?? '');
}
