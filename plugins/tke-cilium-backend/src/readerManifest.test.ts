import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { SNAPSHOT_SOURCES } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { parseAllDocuments } from 'yaml';

type Role = {
  kind: string;
  metadata: { namespace?: string };
  rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
};

const documents = parseAllDocuments(
  readFileSync(
    resolvePackagePath(
      '@tke-cilium/backstage-plugin-tke-cilium-backend',
      'manifests/reader.yaml',
    ),
    'utf8',
  ),
).map(document => document.toJS() as Role);

/** `namespace/group/plural`, the namespace empty for everywhere. */
const granted = documents
  .filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role')
  .flatMap(({ metadata, rules }) =>
    rules.flatMap(({ apiGroups, resources }) =>
      resources.map(
        plural => `${metadata.namespace ?? ''}/${apiGroups[0]}/${plural}`,
      ),
    ),
  );

function needed(): string[] {
  return SNAPSHOT_SOURCES.map(({ namespace = '', apiVersion, plural }) => {
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const everywhere = `/${group}/${plural}`;
    return granted.includes(everywhere)
      ? everywhere
      : `${namespace}${everywhere}`;
  });
}

describe('manifests/reader.yaml', () => {
  it('grants exactly what the tracker reads', () => {
    expect([...granted].sort()).toEqual([...new Set(needed())].sort());
  });

  it('grants nothing but list and watch', () => {
    const verbs = documents.flatMap(({ rules = [] }) =>
      rules.flatMap(rule => rule.verbs),
    );
    expect(new Set(verbs)).toEqual(new Set(['list', 'watch']));
  });
});
