import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '../toolchain/runCommand.mjs';
import { REPOSITORY_ROOT } from '../repositoryRoot';

const run = promisify(execFile);

/** A package as it would be published. */
export type PackedPackage = {
  manifest: { name: string; version: string };
  tarball: string;
};

/**
 * Packs every package that is not private, as publishing it would. They have to
 * be built already.
 *
 * @throws Error with what yarn printed
 */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  await mkdir(folder, { recursive: true });
  const pattern = path.join(folder, '%s-%v.tgz');
  const { code, output } = await runCommand(
    'yarn',
    ['workspaces', 'foreach', '-A', '--no-private', 'pack', '--out', pattern],
    { cwd: REPOSITORY_ROOT },
  );
  if (code !== 0) {
    throw new Error(`The packages could not be packed:\n${output}`);
  }
  const tarballs = await readdir(folder);
  return Promise.all(
    tarballs.map(async name => {
      const tarball = path.join(folder, name);
      return { tarball, manifest: await readManifest(tarball) };
    }),
  );
}

async function readManifest(
  tarball: string,
): Promise<PackedPackage['manifest']> {
  const { stdout } = await run('tar', [
    '-xzOf',
    tarball,
    'package/package.json',
  ]);
  return JSON.parse(stdout);
}
