import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { RESULTS_FOLDER } from './resultsFolder';
import type { CommandStage, Stage } from './stages';
import type { Tally } from './tally';

/** What came of a stage; `tally` when it ran tests. */
export type StageResult = { ok: boolean; tally?: Tally };

/** Runs one stage with its output on ours. */
export async function runStage(stage: Stage): Promise<StageResult> {
  if (!('command' in stage)) {
    await stage.run();
    return { ok: true };
  }

  if (stage.report) {
    // A report of an earlier run must never be counted as this one's.
    rmSync(stage.report.file, { force: true });
    mkdirSync(RESULTS_FOLDER, { recursive: true });
  }
  const exitCode = await runCommandStage(stage);
  if (!stage.report) {
    return { ok: exitCode === 0 };
  }

  const tally = stage.report.read(readFileSync(stage.report.file, 'utf8'));
  return { ok: exitCode === 0 && tally.failed === 0, tally };
}

async function runCommandStage(stage: CommandStage): Promise<number> {
  const bin = path.join(REPOSITORY_ROOT, 'node_modules', '.bin');
  const child = spawn(stage.command, stage.args, {
    cwd: REPOSITORY_ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...stage.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    },
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
