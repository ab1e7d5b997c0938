export {
  changedConditions,
  type ConditionTransition,
} from './changedConditions';
export {
  detectNetworkMode,
  type NetworkMode,
  type NetworkModeVerdict,
} from './detectNetworkMode';
export { evaluateReadiness } from './evaluateReadiness';
export { missingEndpoints } from './missingEndpoints';
export {
  createProblem,
  PROBLEMS,
  type ProblemCode,
  type ProblemParametersOf,
} from './problems/catalogue';
export {
  type NodesParameters,
  type ProblemDefinition,
  type ProblemParameters,
} from './problems/definition';
export { carryTransitionTimes, readinessEquals } from './transitions';
export * from './types';
