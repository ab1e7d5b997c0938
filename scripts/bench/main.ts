import os from 'node:os';
import path from 'node:path';
import { print } from '../print';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { parseOptions } from './options';
import { renderTable } from './results/renderTable';
import { writeResults } from './results/writeResults';
import { runSteps } from './runSteps';
import { chooseScale } from './scale';

async function main(): Promise<void> {
  const scale = chooseScale(parseOptions(process.argv.slice(2)));
  const startedAt = new Date();
  const [loadBefore] = os.loadavg();
  const { version } = await import(
    '@backstage/plugin-kubernetes-backend/package.json'
  );
  print(
    `Measuring ours beside @backstage/plugin-kubernetes-backend ${version}, ${scale.name}`,
  );
  const rows = await runSteps(scale);
  const file = await writeResults({
    scale: scale.name,
    startedAt,
    loadBefore,
    peerVersion: version,
    rows,
  });
  process.stdout.write(`\n${renderTable(rows)}\n\n`);
  print(`Written to ${path.relative(REPOSITORY_ROOT, file)}`);
}

main().then(
  // Something may still be stopping inside the cluster's code; it dies with us.
  () => process.exit(0),
  error => {
    process.stderr.write(`\n${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
