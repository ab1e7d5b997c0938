import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The one folder outside the repository that this package writes to: binaries, charts and CRDs that
 * took long to get.
 *
 * @remarks
 * `$TKE_CILIUM_CACHE_DIR`, else `$XDG_CACHE_HOME/tke-cilium`, else `~/.cache/tke-cilium`.
 *
 * @public
 */
export function cacheDirectory(
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (environment.TKE_CILIUM_CACHE_DIR) {
    return environment.TKE_CILIUM_CACHE_DIR;
  }
  return join(
    environment.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'tke-cilium',
  );
}
