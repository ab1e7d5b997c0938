import { existsSync } from 'node:fs';
import { cp, symlink } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../repositoryRoot';

const DEPENDENCIES = 'node_modules';
/** What yarn needs to know the packages, and what they are made of. */
const PARTS = [
  ...['package.json', 'yarn.lock', '.yarnrc.yml', '.yarn', 'tsconfig.json'],
  ...['dist-types', 'examples', 'plugins', DEPENDENCIES],
];

/** Copies this repository as it was built, with the same dependencies. */
export async function copyRepository(folder: string): Promise<void> {
  for (const part of PARTS) {
    const source = path.join(REPOSITORY_ROOT, part);
    if (existsSync(source)) {
      await cp(source, path.join(folder, part), {
        recursive: true,
        filter: linkDependencies,
      });
    }
  }
}

/** Copies everything but dependencies, which are too many: a link leads to them. */
async function linkDependencies(
  source: string,
  target: string,
): Promise<boolean> {
  if (path.basename(source) !== DEPENDENCIES) {
    return true;
  }
  await symlink(source, target);
  return false;
}
