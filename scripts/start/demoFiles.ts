import { mkdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../repositoryRoot';

const FOLDER = path.join(REPOSITORY_ROOT, '.local-cluster');

/** Where the demo's backend finds Helm, now or when it has been fetched. */
export const HELM_PATH = path.join(FOLDER, 'bin', 'helm');

/** Where app-config.yaml looks for packaged charts before the network. */
export const CHARTS_FOLDER = path.join(FOLDER, 'charts');

/** Makes a file of the cache appear where the running backend expects it. */
export async function publishFile(file: string, where: string): Promise<void> {
  await mkdir(path.dirname(where), { recursive: true });
  // Renamed into place: the one of an earlier run may be in use.
  const temporary = `${where}.${process.pid}`;
  await symlink(file, temporary);
  await rename(temporary, where);
}
