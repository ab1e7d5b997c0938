import { CLUSTER_INPUT_PROBLEMS } from '../clusters/clusterProblems';
import { NODE_POOL_INPUT_PROBLEMS } from '../nodePools/nodePoolProblems';
import { PREFLIGHT_PROBLEMS } from '../preflight/preflightProblems';
import { PROBLEMS } from '../readiness/problems/catalogue';
import { Problem } from '../readiness/types';
import { VALUE_PROBLEMS } from '../values/valueProblems';

/** A kind of problem, before it is about something. @public */
export type ProblemDescription = {
  /** Stable, kebab-case. */
  code: string;
  /** How bad it usually is. */
  severity: Problem['severity'];
  /**
   * Who finds it: the rules that a cluster is watched by, the checks before an install, the checks
   * of Helm values and options, or those of a new cluster or node pool.
   */
  foundBy: 'readiness' | 'preflight' | 'values' | 'cluster' | 'node-pool';
  /** One sentence, with `‹names›` for what differs from case to case. */
  message: string;
  remedy: string;
  docsUrl?: string;
};

/** What the catalogues have in common, whatever their messages are made from. */
type AnyDefinitions = Record<
  string,
  {
    severity: Problem['severity'];
    message: (parameters: never) => string;
    remedy: string;
    docsUrl?: string;
  }
>;

/** Gives every parameter its own name. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });

/**
 * Every problem that this product can report, in the order in which an install meets them.
 *
 * @public
 */
export const PROBLEM_CATALOGUE: readonly ProblemDescription[] = [
  ...describe('readiness', PROBLEMS),
  ...describe('preflight', PREFLIGHT_PROBLEMS),
  ...describe('values', VALUE_PROBLEMS),
  ...describe('cluster', CLUSTER_INPUT_PROBLEMS),
  ...describe('node-pool', NODE_POOL_INPUT_PROBLEMS),
];

function describe(
  foundBy: ProblemDescription['foundBy'],
  definitions: AnyDefinitions,
): ProblemDescription[] {
  return Object.entries(definitions).map(
    ([code, { severity, message, remedy, docsUrl }]) => ({
      code,
      severity,
      foundBy,
      message: message(PLACEHOLDERS as never),
      remedy,
      docsUrl,
    }),
  );
}
