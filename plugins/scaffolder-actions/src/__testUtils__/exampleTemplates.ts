import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { parseAllDocuments } from 'yaml';

/** Where the example Backstage has its files. */
export const EXAMPLES = resolve(__dirname, '../../../../examples');

type Page = { properties?: Record<string, { default?: unknown }> };

/** A template or catalog file: of the example Backstage, or absolute. */
export async function readExample(path: string): Promise<Entity[]> {
  const text = await readFile(resolve(EXAMPLES, path), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS());
}

/** What the form of a template hands over when nobody touches it. */
export function formDefaults(template: Entity): JsonObject {
  const pages = (template.spec?.parameters ?? []) as Page[];
  return Object.fromEntries(
    pages.flatMap(({ properties = {} }) =>
      Object.entries(properties)
        .filter(([, property]) => property.default !== undefined)
        .map(([name, property]) => [name, property.default]),
    ),
  ) as JsonObject;
}

/** The catalog entity of a local cluster. */
export function clusterEntity(clusterId: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'cluster',
      annotations: { 'tencentcloud.com/cluster-id': clusterId },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
  };
}
