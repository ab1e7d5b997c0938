import { CLUSTER_INPUT_PROBLEMS } from '../clusters/clusterProblems';
import { NODE_POOL_INPUT_PROBLEMS } from '../nodePools/nodePoolProblems';
import { PROBLEMS } from '../readiness/problems/catalogue';
import {
  ProblemDefinition,
  sayProblem,
} from '../readiness/problems/definition';
import { Problem } from '../readiness/types';
import { VALUE_PROBLEMS } from '../values/valueProblems';
import { PREFLIGHT_PROBLEMS } from './preflightProblems';

/** Every kind of problem that is found before something is changed. Those of readiness can be, too. */
const FINDINGS = {
  ...PROBLEMS,
  ...PREFLIGHT_PROBLEMS,
  ...VALUE_PROBLEMS,
  ...CLUSTER_INPUT_PROBLEMS,
  ...NODE_POOL_INPUT_PROBLEMS,
};

type FindingCode = keyof typeof FINDINGS;

type FindingParameters<Code extends FindingCode> = Parameters<
  (typeof FINDINGS)[Code]['message']
>[0];

/**
 * A problem that is found before something is changed.
 *
 * @param severity - given when it is worse or lighter here than it is in general
 */
export function createFinding<Code extends FindingCode>(
  code: Code,
  parameters: FindingParameters<Code>,
  severity?: Problem['severity'],
): Problem {
  // TypeScript cannot see that the definition of a code takes the parameters of that same code.
  const definition = FINDINGS[code] as unknown as ProblemDefinition<
    FindingParameters<Code>
  >;
  return sayProblem(code, definition, parameters, severity);
}
