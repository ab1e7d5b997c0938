import os from 'node:os';
import path from 'node:path';
import { print } from '../print';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { parseOptions } from './options';
import { renderTable } from './results/renderTable';
import { writeResults } from './results/writeResults';
import { runSteps, type Outcome } from './runSteps';
import { chooseScale } from './scale';

async function main(): Promise<number> {
  const scale = chooseScale(parseOptions(process.argv.slice(2)));
  const startedAt = new Date();
  const [loadBefore] = os.loadavg();
  const { version } = await import(
    '@backstage/plugin-kubernetes-backend/package.json'
  );
  print(
    `Measuring ours beside @backstage/plugin-kubernetes-backend ${version}, ${scale.name}`,
  );
  const save = async (outcome: Outcome) => {
    const file = await writeResults({
      scale: scale.name,
      startedAt,
      loadBefore,
      peerVersion: version,
      ...outcome,
    });
    print(`Written to ${path.relative(REPOSITORY_ROOT, file)}`);
  };
  const { rows, failures } = await runSteps(scale, save);
  process.stdout.write(`\n${renderTable(rows)}\n\n`);
  failures.forEach(failure => print(`Failed: ${failure}`));
  return failures.length > 0 ? 1 : 0;
}

main().then(
  // Something may still be stopping inside the cluster's code; it dies with us.
  exitCode => process.exit(exitCode),
  error => {
    process.stderr.write(`\n${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
