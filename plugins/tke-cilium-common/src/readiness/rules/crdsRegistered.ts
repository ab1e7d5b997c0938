import { CILIUM_WORKLOADS } from '../../vocabulary/names';
import { GRACE, isWithin } from '../grace';
import { notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { fails, holds, Rule, unknownWithout } from '../verdict';

const REQUIRED = ['ciliumendpoints.cilium.io', 'ciliumnodes.cilium.io'];

/**
 * The operator has registered the CRDs that agents wait for. The chart has none, so they are
 * missing until the operator has run once.
 */
export const crdsRegistered: Rule = (snapshot, { now }) => {
  const gap =
    unknownWithout(snapshot, 'customResourceDefinitions') ??
    notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const missing = REQUIRED.filter(
    name => !snapshot.customResourceDefinitions.includes(name),
  );
  if (missing.length === 0) {
    return holds('CrdsRegistered', "Cilium's CRDs are registered.");
  }
  const operator = snapshot.pods.find(
    pod => pod.component === CILIUM_WORKLOADS.operator && pod.ready,
  );
  if (!operator) {
    return fails(
      'WaitingForOperator',
      'The Cilium operator registers the CRDs when it runs; it is not ready yet.',
    );
  }
  const names = missing.join(', ');
  return fails(
    'CrdsMissing',
    `The CustomResourceDefinitions ${names} are missing.`,
    isWithin(GRACE.followUp, operator.readySince, now)
      ? []
      : [createProblem('crds-missing', { names })],
  );
};
