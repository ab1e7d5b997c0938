import { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';

const RANK: Record<Problem['severity'], number> = {
  error: 0,
  warning: 1,
  info: 2,
};

/** The problems, errors before warnings before hints, otherwise in the order they came. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
