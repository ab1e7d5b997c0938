import { parseArgs } from 'node:util';

/** Kinds of tests that can be run alone. */
export const TEST_KINDS = ['unit', 'integration', 'e2e', 'packages'] as const;

/** One of {@link TEST_KINDS}. */
export type TestKind = (typeof TEST_KINDS)[number];

/** What the command line of `npm test` may say. */
export type TestOptions = { only?: TestKind };

/**
 * Reads `npm test -- [--only <kind>]`.
 *
 * @throws Error that names what is not understood.
 */
export function parseOptions(args: string[]): TestOptions {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
  const only = TEST_KINDS.find(kind => kind === values.only);
  if (values.only !== undefined && !only) {
    throw new Error(
      `--only ${values.only} is not one of ${TEST_KINDS.join(', ')}`,
    );
  }
  return { only };
}
