#!/usr/bin/env node
// What `npm start`, `npm test`, `npm run cluster` and `npm run bench` run. It depends on
// nothing and runs on any Node from 14 on: it prepares the Node, the yarn and
// the dependencies that the rest needs, and hands over to them.
import { handOverToBackstage } from './toolchain/handOverToBackstage.mjs';
import { handOverToScript } from './toolchain/handOverToScript.mjs';
import { prepareToolchain } from './toolchain/prepareToolchain.mjs';
import { PrerequisiteError } from './toolchain/prerequisiteError.mjs';

const SCRIPTS = {
  start: 'scripts/start/main.ts',
  test: 'scripts/test/main.ts',
  cluster: 'examples/local-cluster/src/cli.ts',
  bench: 'scripts/bench/main.ts',
};

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const script = SCRIPTS[name];
  if (!script) {
    throw new PrerequisiteError(
      `Unknown command "${name || ''}"`,
      `Use one of: npm start, npm test, npm run cluster, npm run bench`,
    );
  }

  // Inside, with yarn, these are Backstage's own commands as in any other
  // Backstage repository: no demo clusters, no stages.
  const startedByYarn = /^yarn\//.test(process.env.npm_config_user_agent || '');
  if (startedByYarn && ['start', 'test'].includes(name)) {
    return handOverToBackstage(name, args);
  }

  return handOverToScript(script, args, await prepareToolchain());
}

main().then(
  exitCode => {
    process.exitCode = exitCode;
  },
  error => {
    process.stderr.write(
      error instanceof PrerequisiteError
        ? `\n${error.message}\n${error.remedy}\n`
        : `\n${error.stack}\n`,
    );
    process.exitCode = 1;
  },
);
