import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../api/kubernetesObject';
import { PACKAGE_ROOT } from '../packageRoot';

/** The CRDs of a file of this package. */
export async function readCrds(
  name: 'tke' | 'karpenter',
): Promise<KubernetesObject[]> {
  const text = await readFile(
    join(PACKAGE_ROOT, 'src', 'charts', 'crds', `${name}.yaml`),
    'utf8',
  );
  return parseAllDocuments(text).map(
    document => document.toJS() as KubernetesObject,
  );
}
