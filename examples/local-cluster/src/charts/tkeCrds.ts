import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../api/kubernetesObject';
import { PACKAGE_ROOT } from '../packageRoot';

/** The CRDs of TKE's native nodes and Karpenter provider, and kwok's Stage. */
export async function tkeCrds(): Promise<KubernetesObject[]> {
  const text = await readFile(
    join(PACKAGE_ROOT, 'src', 'charts', 'crds', 'tke.yaml'),
    'utf8',
  );
  return parseAllDocuments(text).map(
    document => document.toJS() as KubernetesObject,
  );
}
