import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '../toolchain/runCommand.mjs';
import { copyRepository } from './copyRepository';

const run = promisify(execFile);

/** A package as it would be published. */
export type PackedPackage = {
  manifest: { name: string; version: string };
  tarball: string;
};

/**
 * Packs every package that is not private, as publishing it would. They have to
 * be built already. Copies are packed: yarn changes a package while it packs it,
 * and leaves it so when it is interrupted.
 *
 * @throws Error with what yarn printed
 */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const repository = path.join(folder, 'repository');
  const packed = path.join(folder, 'packed');
  await mkdir(packed, { recursive: true });
  await copyRepository(repository);
  const pattern = path.join(packed, '%s-%v.tgz');
  const { code, output } = await runCommand(
    'yarn',
    ['workspaces', 'foreach', '-A', '--no-private', 'pack', '--out', pattern],
    { cwd: repository },
  );
  if (code !== 0) {
    throw new Error(`The packages could not be packed:\n${output}`);
  }
  const tarballs = await readdir(packed);
  return Promise.all(
    tarballs.map(async name => {
      const tarball = path.join(packed, name);
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
