import { networkModeProblem } from '../networkModeProblem';
import { fails, holds, Rule, unknown, unknownWithout } from '../verdict';

/** The network of the cluster is one that Cilium can be chained behind, and no other Cilium is there. */
export const supported: Rule = snapshot => {
  const gap = unknownWithout(snapshot, 'daemonSets', 'configMaps');
  if (gap) {
    return gap;
  }
  const problem = networkModeProblem(snapshot);
  if (!problem) {
    return holds('VpcCni', 'The cluster uses VPC-CNI.');
  }
  return problem.code === 'network-unknown'
    ? { ...unknown('NetworkUnknown', problem.message), problems: [problem] }
    : fails('NetworkNotSupported', problem.message, [problem]);
};
