import { listAt, textAt, textMapAt } from '../json';
import { PendingMachineFacts } from '../types';

const JOINED_PHASES = new Set(['Running', 'NotReady', 'Rebooting', 'Deleting']);

/**
 * A Machine that is not a node yet, or failed to become one; `undefined` once it joined.
 *
 * @remarks
 * Karpenter on TKE makes a Machine for each NodeClaim and deletes both within half a minute when
 * the Machine fails. The Machine is the only object that says why.
 */
export function reduceMachine(
  object: unknown,
): PendingMachineFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  const phase = textAt(object, 'status', 'phase') ?? 'Provisioning';
  const reason = textAt(object, 'status', 'failureReason');
  if (!name || (JOINED_PHASES.has(phase) && !reason)) {
    return undefined;
  }
  const labels = textMapAt(object, 'metadata', 'labels');
  const owner = listAt(object, 'metadata', 'ownerReferences').find(
    reference =>
      reference.kind === 'MachineSet' || reference.kind === 'NodeClaim',
  );
  const karpenterPool = labels['karpenter.sh/nodepool'];
  const isKarpenter =
    karpenterPool !== undefined || owner?.kind === 'NodeClaim';
  return {
    name,
    kind: isKarpenter ? 'karpenter' : poolKind(object),
    pool: isKarpenter
      ? karpenterPool
      : textAt(owner, 'name') ??
        labels['node.tke.cloud.tencent.com/machineset'],
    phase,
    failure: reason
      ? { reason, message: textAt(object, 'status', 'failureMessage') ?? '' }
      : undefined,
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  };
}

function poolKind(object: unknown): 'native' | 'regular' {
  return textAt(object, 'spec', 'type') === 'Regular' ? 'regular' : 'native';
}
