import type { Tally } from './tally';

/** Reads what a runner reported about its own run. */
export type ReportReader = (report: string) => Tally;

type JestTest = { fullName: string; status: string; invocations?: number };
type JestFile = { assertionResults: JestTest[] };

/** `jest --json`. */
export function readJestReport(report: string): Tally {
  const result = JSON.parse(report);
  const tests: JestTest[] = (result.testResults as JestFile[]).flatMap(
    ({ assertionResults }) => assertionResults,
  );
  return {
    passed: result.numPassedTests,
    // A file that does not even load has no tests; it is one failure, not none.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
    passedAtSecondTry: tests
      .filter(
        ({ status, invocations = 1 }) => status === 'passed' && invocations > 1,
      )
      .map(({ fullName }) => fullName),
  };
}

/** Playwright's `json` reporter. */
export function readPlaywrightReport(report: string): Tally {
  const { stats, errors, suites } = JSON.parse(report);
  return {
    passed: stats.expected + stats.flaky,
    // Errors outside of any test: the global set-up, a file that does not load.
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    passedAtSecondTry: flakySpecs(suites),
  };
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string }[] }[];
};

function flakySpecs(suites: PlaywrightSuite[]): string[] {
  return suites.flatMap(suite => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => title),
    ...flakySpecs(suite.suites ?? []),
  ]);
}

/**
 * The `tap` reporter of `node --test`.
 *
 * @throws Error when the closing counts are missing.
 */
export function readNodeTestReport(report: string): Tally {
  const count = (name: string): number => {
    const match = new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report);
    if (!match) {
      throw new Error(`the report of node --test has no "# ${name}" line`);
    }
    return Number(match[1]);
  };
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
    passedAtSecondTry: [],
  };
}
