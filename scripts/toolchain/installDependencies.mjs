import fs from 'fs';
import path from 'path';
import { explainInstallFailure } from './explainFailure.mjs';
import { isInstalled, rememberInstall } from './installState.mjs';
import { PrerequisiteError } from './prerequisiteError.mjs';
import { withProgress } from './progress.mjs';
import { runCommand } from './runCommand.mjs';

const LAST_LINES = 15;

/** Makes `node_modules` what yarn.lock says, unless it is already. */
export async function installDependencies({ root, cache, node, yarn, env }) {
  if (isInstalled(root)) {
    return;
  }
  const run = (title, args) =>
    withProgress(title, report =>
      runYarn({ root, cache, node, yarn, env, args, report }),
    );

  await run('Installing the dependencies', ['install', '--immutable']);
  // An earlier install under another Node leaves an add-on that yarn takes for
  // built and this Node cannot load.
  if (!(await loads('better-sqlite3', { root, node, env }))) {
    await run('Compiling better-sqlite3 for this Node', [
      'rebuild',
      'better-sqlite3',
    ]);
  }
  rememberInstall(root);
}

async function runYarn({ root, cache, node, yarn, env, args, report }) {
  const { code, output } = await runCommand(node.binary, [yarn, ...args], {
    cwd: root,
    env,
    onLine: line => report(describeLine(line)),
  });
  if (code === 0) {
    return;
  }

  const log = path.join(cache, 'logs', 'install.log');
  const details = output + nativeBuildLogs(output);
  fs.mkdirSync(path.dirname(log), { recursive: true });
  fs.writeFileSync(log, details);
  throw new PrerequisiteError(
    `yarn ${args.join(' ')} failed:\n${details
      .trim()
      .split('\n')
      .slice(-LAST_LINES)
      .join('\n')}`,
    `${explainInstallFailure(details)}\nWhole output: ${log}`,
  );
}

/** yarn's `➤ YN0000: │ text`, without its decoration. */
function describeLine(line) {
  const [, built] = /│ (\S+)@npm:\S+ must be built/.exec(line) || [];
  if (built) {
    return `compiling ${built}`;
  }
  return line.replace(/^➤ YN\d+: [│┌└·]? ?/, '').trim();
}

/** yarn hides what a build script prints in files that it only names. */
function nativeBuildLogs(output) {
  const files = output.match(/(?<=logs can be found here: )[^)\s]+/g) || [];
  return files
    .filter(file => fs.existsSync(file))
    .map(file => `\n--- ${file}\n${fs.readFileSync(file, 'utf8')}`)
    .join('');
}

async function loads(addOn, { root, node, env }) {
  const { code } = await runCommand(
    node.binary,
    ['-e', `new (require('${addOn}'))(':memory:')`],
    { cwd: root, env },
  );
  return code === 0;
}
