import { formatElapsed } from '../toolchain/progress.mjs';
import { runStage, type StageResult } from './runStage';
import type { Stage } from './stages';
import {
  formatSecondTries,
  formatTally,
  sumTallies,
  type Tally,
} from './tally';

/** Options of {@link runStages}. */
export type RunStagesOptions = {
  /** Whether a skipped test fails the run. */
  skippedFail: boolean;
  /** Where lines go; standard output when left out. */
  print?: (line: string) => void;
};

/**
 * Runs stages one after the other up to the first that fails, and closes with
 * the time of each and the sum of all tests.
 *
 * @returns exit code.
 */
export async function runStages(
  stages: Stage[],
  options: RunStagesOptions,
): Promise<number> {
  const print = options.print ?? (line => process.stdout.write(`${line}\n`));
  const summary: string[] = [];
  const tallies: Tally[] = [];
  let failure: string | undefined;

  for (const stage of stages) {
    if (failure) {
      summary.push(`- ${stage.title}: not run`);
      continue;
    }
    print(`\n── ${stage.title}`);
    const started = Date.now();
    const result = await attempt(stage, print);
    const parts = [formatElapsed(Date.now() - started)];
    if (result.tally) {
      tallies.push(result.tally);
      parts.push(formatTally(result.tally));
    }
    failure = explainFailure(stage.title, result, options);
    summary.push(`${failure ? '✗' : '✓'} ${stage.title}: ${parts.join(', ')}`);
  }

  print(`\n${summary.join('\n')}`);
  if (failure) {
    print(`\n${failure}`);
  }
  const sum = sumTallies(tallies);
  const secondTries = formatSecondTries(sum);
  if (secondTries) {
    print(`\n${secondTries}`);
  }
  print(formatTally(sum));
  return failure ? 1 : 0;
}

async function attempt(
  stage: Stage,
  print: (line: string) => void,
): Promise<StageResult> {
  try {
    return await runStage(stage);
  } catch (error) {
    print(`${error instanceof Error ? error.stack : error}`);
    return { ok: false };
  }
}

function explainFailure(
  title: string,
  { ok, tally }: StageResult,
  { skippedFail }: RunStagesOptions,
): string | undefined {
  if (!ok) {
    return `Failed: ${title}.`;
  }
  if (tally && tally.passed === 0) {
    return `Failed: ${title}: there was nothing to run, which proves nothing.`;
  }
  if (tally && tally.skipped > 0 && skippedFail) {
    return `Failed: ${title}: tests were skipped, and CI is set.`;
  }
  return undefined;
}
