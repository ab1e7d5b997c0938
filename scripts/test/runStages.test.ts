import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runStages } from './runStages';
import type { Stage } from './stages';

async function run(stages: Stage[], skippedFail = false) {
  const lines: string[] = [];
  const exitCode = await runStages(stages, {
    skippedFail,
    print: line => lines.push(line),
  });
  return { exitCode, output: lines.join('\n'), last: lines[lines.length - 1] };
}

function check(title: string, outcome: 'succeeds' | 'fails'): Stage {
  return {
    title,
    run: async () => {
      if (outcome === 'fails') {
        throw new Error(`${title} is broken`);
      }
    },
  };
}

const REPORT = path.join(os.tmpdir(), `run-stages-${process.pid}`);
after(() => rmSync(REPORT, { force: true }));

// A program that succeeds and leaves no other trace than the given tally.
function tests(
  title: string,
  [passed, failed, skipped]: number[],
  passedAtSecondTry: string[] = [],
): Stage {
  return {
    title,
    command: process.execPath,
    args: ['-e', `require('fs').writeFileSync(${JSON.stringify(REPORT)}, '')`],
    report: {
      file: REPORT,
      read: () => ({ passed, failed, skipped, passedAtSecondTry }),
    },
  };
}

test('sums the tests of all stages in the last line', async () => {
  const { exitCode, last } = await run([
    check('types', 'succeeds'),
    tests('unit tests', [5, 0, 0]),
    tests('e2e tests', [2, 0, 1]),
  ]);
  assert.equal(last, '7 passed, 0 failed, 1 skipped');
  assert.equal(exitCode, 0);
});

test('stops at the first stage that fails and says which and what did not run', async () => {
  const { exitCode, output, last } = await run([
    tests('unit tests', [5, 0, 0]),
    check('lint', 'fails'),
    tests('e2e tests', [2, 0, 0]),
  ]);
  assert.match(output, /lint is broken/);
  assert.match(output, /Failed: lint\./);
  assert.match(output, /- e2e tests: not run/);
  assert.equal(last, '5 passed, 0 failed');
  assert.equal(exitCode, 1);
});

test('fails on a failed test even when the runner says success', async () => {
  const { exitCode, last } = await run([tests('unit tests', [5, 1, 0])]);
  assert.equal(last, '5 passed, 1 failed');
  assert.equal(exitCode, 1);
});

test('fails when a stage of tests ran none', async () => {
  const { exitCode, output } = await run([tests('unit tests', [0, 0, 0])]);
  assert.match(output, /nothing to run/);
  assert.equal(exitCode, 1);
});

test('fails on a skipped test only in CI', async () => {
  const stages = [tests('unit tests', [5, 0, 1])];
  assert.equal((await run(stages, false)).exitCode, 0);
  assert.equal((await run(stages, true)).exitCode, 1);
});

test('names the tests that passed only at their second try before the last line', async () => {
  const once = await run([tests('unit tests', [5, 0, 0])]);
  assert.doesNotMatch(once.output, /second try/);

  const { exitCode, output, last } = await run([
    tests('integration tests', [5, 0, 0], ['a phase is cancelled']),
    tests('e2e tests', [2, 0, 0], ['a card']),
  ]);
  assert.match(
    output,
    /^2 tests passed only at the second try: a phase is cancelled; a card\n7 passed, 0 failed$/m,
  );
  assert.equal(last, '7 passed, 0 failed');
  assert.equal(exitCode, 0);
});

test('names a single one in the singular', async () => {
  const { output } = await run([
    tests('integration tests', [5, 0, 0], ['a phase is cancelled']),
  ]);
  assert.match(
    output,
    /^1 test passed only at the second try: a phase is cancelled$/m,
  );
});
