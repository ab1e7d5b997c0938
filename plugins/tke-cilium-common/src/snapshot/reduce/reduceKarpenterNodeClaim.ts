import { conditionOf, textAt, textMapAt } from '../json';
import { PendingMachineFacts } from '../types';

const STEPS = ['Launched', 'Registered', 'Initialized'] as const;

/** A NodeClaim that is not a node yet; `undefined` once it is. */
export function reduceKarpenterNodeClaim(
  object: unknown,
): PendingMachineFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  const conditions = STEPS.map(type => conditionOf(object, type));
  // Karpenter registers a claim once its node has joined; what follows is shown at the node.
  if (!name || conditions[1]?.status === 'True') {
    return undefined;
  }
  const failed = conditions.find(condition => condition?.status === 'False');
  return {
    name,
    pool: textMapAt(object, 'metadata', 'labels')['karpenter.sh/nodepool'],
    kind: 'karpenter',
    phase: conditions[0]?.status === 'True' ? 'Launched' : 'Pending',
    failure: failed && {
      reason: textAt(failed, 'reason') ?? 'NotReady',
      message: textAt(failed, 'message') ?? '',
    },
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  };
}
