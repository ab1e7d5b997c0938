import { access, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CILIUM_VERSION } from '../binaries/lockFile';
import { withLock } from '../binaries/withLock';
import { cacheDirectory } from '../cacheDirectory';
import { CHART_REPOSITORY, CHART_SOURCES } from './chartSources';

/**
 * Gives the path of `cilium-<version>.tgz`: from the cache, else from the chart repository (compared
 * with the digest in its index), else packaged by Helm from the Go module `github.com/cilium/cilium`.
 *
 * @param version - default 1.18.3, the guide's.
 * @throws Error that says why neither source worked.
 * @public
 */
export async function resolveCiliumChart(
  version: string = CILIUM_VERSION,
  options: { cacheDirectory?: string; log?: (line: string) => void } = {},
): Promise<string> {
  const log = options.log ?? (() => {});
  const charts = join(options.cacheDirectory ?? cacheDirectory(), 'charts');
  const path = join(charts, `cilium-${version}.tgz`);
  if (await exists(path)) {
    return path;
  }
  return withLock(
    `${path}.lock`,
    owner => log(`Waiting for ${owner}, which gets the same chart`),
    async () => {
      if (await exists(path)) {
        return path;
      }
      const temporary = await mkdtemp(join(charts, '.partial-'));
      const failures: string[] = [];
      try {
        for (const [name, source] of Object.entries(CHART_SOURCES)) {
          log(`Getting the Cilium chart ${version}: ${name}`);
          try {
            await rename(await source(version, temporary), path);
            return path;
          } catch (error) {
            failures.push(`- ${name}: ${(error as Error).message}`);
          }
        }
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
      throw new Error(
        `The Cilium chart ${version} could not be had. Give this machine access to ${CHART_REPOSITORY}, or Go with a module proxy, or put the file there yourself: ${path}\n${failures.join(
          '\n',
        )}`,
      );
    },
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
