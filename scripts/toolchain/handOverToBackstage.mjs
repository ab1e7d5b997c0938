import path from 'path';
import { repositoryRoot } from './paths.mjs';
import { runToEnd } from './runToEnd.mjs';

/** `yarn start` and `yarn test`: `backstage-cli repo start` and `… test`. */
export function handOverToBackstage(name, args) {
  const cli = path.join(
    repositoryRoot,
    'node_modules/@backstage/cli/bin/backstage-cli',
  );
  return runToEnd(process.execPath, [cli, 'repo', name, ...args], {
    cwd: repositoryRoot,
    env:
      name === 'test' ? { ...process.env, ...jestEnvironment() } : process.env,
  });
}

// @kubernetes/client-node is published as ES modules only, and jest loads
// those only with this flag.
function jestEnvironment() {
  const options = process.env.NODE_OPTIONS || '';
  return { NODE_OPTIONS: `${options} --experimental-vm-modules`.trim() };
}
