import fs from 'fs';
import path from 'path';
import { fetchPackage } from './fetchPackage.mjs';
import { NODE_MAJOR, nodePackage } from './packages.mjs';
import { PrerequisiteError } from './prerequisiteError.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * The Node that everything below runs on, and its root: the folder with
 * `include/node`, which native add-ons are compiled against. The running Node
 * serves when it has the right major version and brings its headers, because
 * without them node-gyp would download them.
 */
export async function resolveNode(cache) {
  const running = {
    binary: process.execPath,
    root: path.dirname(path.dirname(process.execPath)),
    version: process.versions.node,
  };
  if (isUsable(running)) {
    return running;
  }

  const wanted = nodePackage(process.platform, process.arch);
  const root = await fetchPackage(wanted, `Node ${wanted.version}`, cache);
  const binary = path.join(root, 'bin', 'node');
  const { code, output } = await runCommand(binary, ['--version']).catch(
    error => ({ code: 1, output: error.message }),
  );
  if (code !== 0) {
    throw new PrerequisiteError(
      `The fetched Node does not run on this machine (${binary}): ${output.trim()}`,
      `Install Node ${NODE_MAJOR} with its headers yourself and run the command with it.`,
    );
  }
  return { binary, root, version: wanted.version };
}

function isUsable({ root, version }) {
  const header = path.join(root, 'include', 'node', 'node_version.h');
  if (Number(version.split('.')[0]) !== NODE_MAJOR || !fs.existsSync(header)) {
    return false;
  }
  // A system may keep the headers of another Node in the same prefix.
  const [, major] =
    /#define NODE_MAJOR_VERSION (\d+)/.exec(fs.readFileSync(header, 'utf8')) ||
    [];
  return Number(major) === NODE_MAJOR;
}
