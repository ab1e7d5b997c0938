import os from 'os';
import path from 'path';
import { fileURLToPath } from 'url';

/** Root of this repository. */
export const repositoryRoot = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
);

/** The one folder outside the repository that anything is written to. */
export function cacheFolder(env = process.env, home = os.homedir()) {
  if (env.TKE_CILIUM_CACHE_DIR) {
    return path.resolve(env.TKE_CILIUM_CACHE_DIR);
  }
  return path.join(
    env.XDG_CACHE_HOME || path.join(home, '.cache'),
    'tke-cilium',
  );
}
