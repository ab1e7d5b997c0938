import { dirname } from 'node:path';
import { resolveBinaries, resolveCiliumChart } from '@tke-cilium/local-cluster';

/** Configuration `tkeCilium.helm` that makes installs work without a network. */
export async function helmConfig() {
  const { helm } = await resolveBinaries();
  return {
    command: helm,
    chartsDirectory: dirname(await resolveCiliumChart()),
  };
}
