import { parseArgs } from 'node:util';
import { SCENARIO_NAMES, type ScenarioName } from './scenarioNames';

/** What the command line of `npm run bench` may say. */
export type BenchOptions = { quick: boolean; only?: ScenarioName };

/**
 * Reads `npm run bench -- [--quick] [--only <scenario>]`.
 *
 * @throws Error that names what is not understood.
 */
export function parseOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const only = SCENARIO_NAMES.find(name => name === values.only);
  if (values.only !== undefined && !only) {
    throw new Error(
      `--only ${values.only} is not one of ${SCENARIO_NAMES.join(', ')}`,
    );
  }
  return { quick: values.quick ?? false, only };
}
