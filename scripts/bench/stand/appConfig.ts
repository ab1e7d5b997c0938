import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY_ROOT } from '../../repositoryRoot';

/**
 * The configuration of the bench's app: as that of the demo, but with the
 * Kubernetes plugin's tab.
 */
export async function appConfig(url: string): Promise<object> {
  const demo = parse(
    await readFile(path.join(REPOSITORY_ROOT, 'app-config.yaml'), 'utf8'),
  );
  return { ...demo.app, baseUrl: url, packages: 'all' };
}
