import os from 'node:os';
import path from 'node:path';
import { RESULTS_FOLDER } from './resultsFolder';
import { prepareControlPlane } from './prepareControlPlane';
import {
  readJestReport,
  readNodeTestReport,
  readPlaywrightReport,
  type ReportReader,
} from './reports';
import type { TestKind } from './options';

/** One step of `npm test`. */
export type Stage = { title: string } & (CommandStage | FunctionStage);

/** A stage that is a program of `node_modules/.bin`, or Node itself. */
export type CommandStage = {
  command: string;
  args: string[];
  env?: Record<string, string>;
  report?: { file: string; read: ReportReader };
};

/** A stage that is a function of ours. */
export type FunctionStage = { run: () => Promise<void> };

const TYPES: Stage = { title: 'types', command: 'tsc', args: [] };

const STATIC_CHECKS: Stage[] = [
  { title: 'formatting', command: 'prettier', args: ['--check', '.'] },
  TYPES,
  { title: 'lint', command: 'backstage-cli', args: ['repo', 'lint'] },
  {
    title: 'lint outside the packages',
    command: 'eslint',
    args: [
      '--ext=.ts,.mjs',
      '--max-warnings=0',
      'scripts',
      'examples/terraform',
    ],
  },
  {
    title: 'API reports',
    command: 'yarn',
    args: ['api-reports', '--ci'],
  },
];

const SCRIPTS_REPORT = path.join(RESULTS_FOLDER, 'scripts.tap');

// Every file of integration tests starts a control plane, which keeps two
// cores busy. More of them at once only wait for each other, and time out.
const CONTROL_PLANES = Math.max(1, Math.floor(os.availableParallelism() / 2));

const CONTROL_PLANE: Stage = {
  title: 'control plane',
  run: prepareControlPlane,
};

const TESTS: Record<TestKind, Stage[]> = {
  unit: [
    {
      title: 'unit tests of the scripts and the Terraform examples',
      command: 'node',
      args: [
        '--import=tsx',
        '--test',
        '--test-reporter=dot',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${SCRIPTS_REPORT}`,
        '{scripts,examples/terraform}/**/*.test.{mjs,ts}',
      ],
      report: { file: SCRIPTS_REPORT, read: readNodeTestReport },
    },
    jest('unit', '--testPathIgnorePatterns=\\.integration\\.test\\.'),
  ],
  integration: [
    CONTROL_PLANE,
    jest(
      'integration',
      '--testPathPatterns=\\.integration\\.test\\.',
      `--maxWorkers=${CONTROL_PLANES}`,
    ),
  ],
  e2e: [CONTROL_PLANE, playwright('e2e')],
  packages: [
    CONTROL_PLANE,
    // The declarations of the packages come from it.
    TYPES,
    {
      title: 'package builds',
      command: 'backstage-cli',
      args: ['repo', 'build'],
    },
    playwright('packages', '--config=scripts/packages'),
  ],
};

function playwright(kind: TestKind, ...options: string[]): Stage {
  return {
    title: `${kind} tests`,
    command: 'playwright',
    args: ['test', ...options],
    report: {
      file: path.join(RESULTS_FOLDER, `${kind}.json`),
      read: readPlaywrightReport,
    },
  };
}

function jest(kind: TestKind, ...options: string[]): Stage {
  const file = path.join(RESULTS_FOLDER, `${kind}.json`);
  return {
    title: `${kind} tests`,
    command: 'backstage-cli',
    args: [
      'repo',
      'test',
      '--watch=false',
      '--json',
      // Five seconds pass while a busy machine loads a module for the first time.
      '--testTimeout=60000',
      `--outputFile=${file}`,
      ...options,
    ],
    env: {
      // @kubernetes/client-node is published as ES modules only, and jest loads
      // those only with this flag.
      NODE_OPTIONS: '--experimental-vm-modules',
      // With CI set, Backstage's TestDatabases would want Docker.
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    },
    report: { file, read: readJestReport },
  };
}

/** The stages of a run: all of them, cheap ones first, or one kind of tests. */
export function selectStages(only?: TestKind): Stage[] {
  return only
    ? TESTS[only]
    : [
        ...STATIC_CHECKS,
        ...TESTS.unit,
        ...TESTS.integration,
        // The control plane and the types are there already.
        ...[...TESTS.e2e, ...TESTS.packages].filter(
          stage => stage !== CONTROL_PLANE && stage !== TYPES,
        ),
      ];
}
