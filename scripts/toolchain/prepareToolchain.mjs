import path from 'path';
import { fetchPackage } from './fetchPackage.mjs';
import { installDependencies } from './installDependencies.mjs';
import { isInstalled } from './installState.mjs';
import { npmRegistrySettings } from './npm.mjs';
import { YARN_PACKAGE } from './packages.mjs';
import { cacheFolder, repositoryRoot } from './paths.mjs';
import { resolveNode } from './resolveNode.mjs';
import { toolEnvironment } from './toolEnvironment.mjs';
import { writeShims } from './writeShims.mjs';

/** Node, yarn and the dependencies, ready: `{ node, env }`. */
export async function prepareToolchain() {
  const cache = cacheFolder();
  const root = repositoryRoot;
  const node = await resolveNode(cache);
  const yarn = path.join(
    await fetchPackage(YARN_PACKAGE, `yarn ${YARN_PACKAGE.version}`, cache),
    'bin',
    'yarn.js',
  );
  const env = toolEnvironment({
    env: process.env,
    cache,
    node,
    shims: writeShims(cache, node, yarn),
    // Asking npm takes most of a second; only an install needs the answer.
    settings: isInstalled(root) ? undefined : await npmRegistrySettings(),
  });
  await installDependencies({ root, cache, node, yarn, env });
  return { node, env };
}
