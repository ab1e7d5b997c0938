import { NodesParameters } from './problems/definition';

const NAMED = 3;

/** The first names and the number of nodes that share a problem. */
export function nodesParameters(names: string[]): NodesParameters {
  const named = names.slice(0, NAMED).join(', ');
  return {
    nodes: names.length > NAMED ? `${named}, …` : named,
    count: names.length,
  };
}
