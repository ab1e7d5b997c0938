import { stringify } from 'yaml';
import { npm } from '../toolchain/npm.mjs';

const CREATE_APP = '@backstage/create-app';
const RELEASE_MS = 7 * 24 * 60 * 60_000;

/**
 * The `.yarnrc.yml` of a fresh app: packages of ours from `registryUrl`, those
 * of Backstage as they were when its release came out. create-app fetches a
 * lock file for that from GitHub; without it yarn would mix the packages of
 * several releases, which do not work together.
 */
export async function yarnSettings(registryUrl: string): Promise<string> {
  const { version } = require(`${CREATE_APP}/package.json`);
  const { code, stdout, output } = await npm([
    'view',
    CREATE_APP,
    'time',
    '--json',
  ]);
  const published = code === 0 ? JSON.parse(stdout)[version] : undefined;
  if (!published) {
    throw new Error(
      `The registry does not say when ${CREATE_APP} ${version} was published:\n${output}`,
    );
  }
  // The packages of a release are published within days of each other.
  const age = Date.now() - Date.parse(published) - RELEASE_MS;
  return stringify({
    nodeLinker: 'node-modules',
    enableTelemetry: false,
    npmMinimalAgeGate: 0,
    npmScopes: {
      backstage: {
        npmMinimalAgeGate: `${Math.max(0, Math.floor(age / 60_000))}m`,
      },
      // A scope does not take over the setting above.
      'tke-cilium': { npmRegistryServer: registryUrl, npmMinimalAgeGate: 0 },
    },
  });
}
