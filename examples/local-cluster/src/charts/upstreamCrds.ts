import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubernetesObject } from '../api/kubernetesObject';
import { withLock } from '../binaries/withLock';
import { cacheDirectory } from '../cacheDirectory';
import { downloadGoModule } from './goModule';
import lockFile from './upstreamCrds.json';

/** Whose CRDs. Cilium's are not in its chart: its operator registers them. */
export type UpstreamProject = 'cilium' | 'karpenter';

type LockedFiles = {
  module: string;
  version: string;
  url: string;
  /** SHA-256 by path in the project's source tree. */
  files: Record<string, string>;
};

/**
 * The real CRDs of a project, from the cache, else downloaded and compared with the pinned SHA-256,
 * else out of the project's Go module.
 *
 * @throws Error that says why neither source worked.
 */
export async function upstreamCrds(
  project: UpstreamProject,
  options: { cacheDirectory?: string; log?: (line: string) => void } = {},
): Promise<KubernetesObject[]> {
  const locked: LockedFiles = lockFile[project];
  const path = join(
    options.cacheDirectory ?? cacheDirectory(),
    'crds',
    `${project}-${locked.version}.json`,
  );
  const cached = await readCache(path);
  if (cached) {
    return cached;
  }
  const log = options.log ?? (() => {});
  return withLock(
    `${path}.lock`,
    owner => log(`Waiting for ${owner}, which gets the CRDs of ${project}`),
    async () => {
      const meanwhile = await readCache(path);
      if (meanwhile) {
        return meanwhile;
      }
      log(`Getting the CRDs of ${project} ${locked.version}`);
      const texts = await fetchAll(project, locked);
      const crds = texts.map(text => parse(text) as KubernetesObject);
      // As JSON: parsing a megabyte of YAML would keep every simulator busy for seconds.
      await writeFile(`${path}.partial`, JSON.stringify(crds));
      await rename(`${path}.partial`, path);
      return crds;
    },
  );
}

async function readCache(
  path: string,
): Promise<KubernetesObject[] | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as KubernetesObject[];
  } catch {
    return undefined;
  }
}

async function fetchAll(
  project: UpstreamProject,
  locked: LockedFiles,
): Promise<string[]> {
  const sources: [string, (path: string) => Promise<string>][] = [
    ['download', path => download(locked.url + path)],
    [
      'Go module',
      async path =>
        readFile(
          join(await downloadGoModule(locked.module, locked.version), path),
          'utf8',
        ),
    ],
  ];
  const failures: string[] = [];
  for (const [name, read] of sources) {
    try {
      return await Promise.all(
        Object.entries(locked.files).map(async ([path, sha256]) => {
          const text = await read(path);
          if (hash(text) !== sha256) {
            throw new Error(`${path} does not have the pinned SHA-256`);
          }
          return text;
        }),
      );
    } catch (error) {
      failures.push(`- ${name}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    `The CRDs of ${project} ${
      locked.version
    } could not be had. Give this machine access to raw.githubusercontent.com, or Go with a module proxy.\n${failures.join(
      '\n',
    )}`,
  );
}

async function download(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response.text();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
