import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  readJestReport,
  readNodeTestReport,
  readPlaywrightReport,
} from './reports';

test('reads a jest report and counts a file that does not load as a failure', () => {
  assert.deepEqual(
    readJestReport(
      JSON.stringify({
        numPassedTests: 7,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        testResults: [
          {
            assertionResults: [
              { fullName: 'a', status: 'passed', invocations: 1 },
              { fullName: 'b', status: 'passed', invocations: 2 },
            ],
          },
          // A file that does not load.
          { assertionResults: [] },
          {
            assertionResults: [
              { fullName: 'c', status: 'failed', invocations: 2 },
              { fullName: 'd', status: 'pending' },
            ],
          },
        ],
      }),
    ),
    { passed: 7, failed: 2, skipped: 3, passedAtSecondTry: ['b'] },
  );
});

test('reads a Playwright report and counts an error outside of tests as a failure', () => {
  assert.deepEqual(
    readPlaywrightReport(
      JSON.stringify({
        stats: { expected: 3, flaky: 1, unexpected: 1, skipped: 2 },
        errors: [{ message: 'global setup' }],
        suites: [
          {
            specs: [{ title: 'a', tests: [{ status: 'expected' }] }],
            suites: [{ specs: [{ title: 'b', tests: [{ status: 'flaky' }] }] }],
          },
        ],
      }),
    ),
    { passed: 4, failed: 2, skipped: 2, passedAtSecondTry: ['b'] },
  );
});

test('reads the report of node --test', () => {
  assert.deepEqual(
    readNodeTestReport(
      [
        'TAP version 13',
        'ok 1 - # pass 100',
        '# tests 9',
        '# pass 4',
        '# fail 1',
        '# cancelled 1',
        '# skipped 2',
        '# todo 1',
      ].join('\n'),
    ),
    { passed: 4, failed: 2, skipped: 3, passedAtSecondTry: [] },
  );
});

test('does not take a broken report of node --test for a good one', () => {
  assert.throws(() => readNodeTestReport('TAP version 13'), /no "# pass" line/);
});
