import { runStages } from './runStages';
import { parseOptions } from './options';
import { selectStages } from './stages';

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const stages = selectStages(options.only);
  return runStages(stages, { skippedFail: Boolean(process.env.CI) });
}

main().then(
  exitCode => {
    process.exitCode = exitCode;
  },
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
