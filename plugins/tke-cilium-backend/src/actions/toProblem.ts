import { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** A problem without what only a translation needs. */
export function toProblem({
  parameters: _,
  ...problem
}: Problem): Omit<Problem, 'parameters'> {
  return problem;
}
