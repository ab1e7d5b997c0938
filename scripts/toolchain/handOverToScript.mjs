import path from 'path';
import { repositoryRoot } from './paths.mjs';
import { runToEnd } from './runToEnd.mjs';

/** Runs one of our TypeScript programs on the prepared Node. */
export function handOverToScript(script, args, { node, env }) {
  return runToEnd(
    node.binary,
    ['--import', 'tsx', path.join(repositoryRoot, script), ...args],
    { cwd: repositoryRoot, env },
  );
}
