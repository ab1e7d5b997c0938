import { Problem } from '../types';

/** A kind of problem: how bad it is, how it is said, and what to do. @public */
export type ProblemDefinition<Parameters extends ProblemParameters> = {
  severity: Problem['severity'];
  message(parameters: Parameters): string;
  remedy: string;
  docsUrl?: string;
};

/** Values that a message is made from. Plain, so that a translation can be made from them too. @public */
export type ProblemParameters = Record<string, string | number>;

/** Nodes that share a problem: the first names, and how many they are. @public */
export type NodesParameters = { nodes: string; count: number };

/** Lets TypeScript infer the parameters of one definition. */
export function defineProblem<Parameters extends ProblemParameters>(
  definition: ProblemDefinition<Parameters>,
): ProblemDefinition<Parameters> {
  return definition;
}

/** A problem of this kind, about something. */
export function sayProblem<Parameters extends ProblemParameters>(
  code: string,
  definition: ProblemDefinition<Parameters>,
  parameters: Parameters,
  severity: Problem['severity'] = definition.severity,
): Problem {
  return {
    code,
    severity,
    message: definition.message(parameters),
    remedy: definition.remedy,
    docsUrl: definition.docsUrl,
    parameters,
  };
}

/** "node a", or "3 nodes (a, b, c)". */
export function sayNodes({ nodes, count }: NodesParameters): string {
  return count === 1 ? `node ${nodes}` : `${count} nodes (${nodes})`;
}

/** A colon and the detail, or nothing. */
export function sayDetail(detail: string): string {
  return detail === '' ? '.' : `: ${withoutFullStop(detail)}.`;
}

function withoutFullStop(text: string): string {
  return text.replace(/\.+$/, '');
}
