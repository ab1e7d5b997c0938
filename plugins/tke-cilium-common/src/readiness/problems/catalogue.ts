import { Problem } from '../types';
import { ACCESS_PROBLEMS } from './accessProblems';
import { ProblemDefinition, sayProblem } from './definition';
import { NETWORK_PROBLEMS } from './networkProblems';
import { NODE_PROBLEMS } from './nodeProblems';
import { VERSION_PROBLEMS } from './versionProblems';
import { WORKLOAD_PROBLEMS } from './workloadProblems';

/**
 * Every kind of problem that readiness can report, by its code.
 *
 * @public
 */
export const PROBLEMS = {
  ...ACCESS_PROBLEMS,
  ...NETWORK_PROBLEMS,
  ...NODE_PROBLEMS,
  ...VERSION_PROBLEMS,
  ...WORKLOAD_PROBLEMS,
};

/** Code of a problem in {@link PROBLEMS}. @public */
export type ProblemCode = keyof typeof PROBLEMS;

/** Values that the message of a problem is made from. @public */
export type ProblemParametersOf<Code extends ProblemCode> = Parameters<
  (typeof PROBLEMS)[Code]['message']
>[0];

/**
 * A problem of the catalogue, about something.
 *
 * @param severity - given when the problem is worse or lighter here than it is in general
 * @public
 */
export function createProblem<Code extends ProblemCode>(
  code: Code,
  parameters: ProblemParametersOf<Code>,
  severity?: Problem['severity'],
): Problem {
  // TypeScript cannot see that the definition of a code takes the parameters of that same code.
  const definition = PROBLEMS[code] as unknown as ProblemDefinition<
    ProblemParametersOf<Code>
  >;
  return sayProblem(code, definition, parameters, severity);
}
