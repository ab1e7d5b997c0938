import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { CILIUM_NAMESPACE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { KubernetesObject } from '../kubernetes/types';

/** What an upgrade does to one object. @public */
export type ObjectChange = {
  change: 'create' | 'change' | 'delete';
  /** For example `DaemonSet kube-system/cilium`. */
  object: string;
};

/** The objects of a release's manifest. */
export function parseManifest(manifest: string): KubernetesObject[] {
  return parseAllDocuments(manifest)
    .map(document => document.toJS())
    .filter(object => object?.kind && object.metadata?.name);
}

/**
 * What changes from one manifest to another.
 *
 * @remarks
 * Secrets do not count: the chart makes new certificates with every client-side rendering, and a
 * dry run hides them.
 */
export function compareManifests(
  deployed: string | undefined,
  wanted: string,
): ObjectChange[] {
  const before = byName(deployed ?? '');
  const after = byName(wanted);
  const changes: ObjectChange[] = [];
  for (const [object, content] of after) {
    const known = before.get(object);
    if (!known) {
      changes.push({ change: 'create', object });
    } else if (!isDeepStrictEqual(known, content)) {
      changes.push({ change: 'change', object });
    }
  }
  for (const object of before.keys()) {
    if (!after.has(object)) {
      changes.push({ change: 'delete', object });
    }
  }
  return changes;
}

/** Kinds of the chart's objects that have no namespace. */
const CLUSTER_SCOPED = [
  'ClusterRole',
  'ClusterRoleBinding',
  'Namespace',
  'IngressClass',
  'GatewayClass',
  'PriorityClass',
];

/** What a person calls an object of the release. */
export function describeManifestObject(object: KubernetesObject): string {
  const { name, namespace = CILIUM_NAMESPACE } = object.metadata;
  return CLUSTER_SCOPED.includes(object.kind ?? '')
    ? `${object.kind} ${name}`
    : `${object.kind} ${namespace}/${name}`;
}

function byName(manifest: string): Map<string, KubernetesObject> {
  return new Map(
    parseManifest(manifest)
      .filter(object => object.kind !== 'Secret')
      .map(object => [describeManifestObject(object), object]),
  );
}
