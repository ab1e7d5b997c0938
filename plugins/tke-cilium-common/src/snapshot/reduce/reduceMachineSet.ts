import { AGENT_NOT_READY_TAINT } from '../../vocabulary/names';
import { listAt, numberAt, textAt, textMapAt, textsAt } from '../json';
import { NodePoolFacts } from '../types';
import { imageLabelOf } from './imageLabel';

/** What matters of a TKE MachineSet, the object behind native pools. */
export function reduceMachineSet(object: unknown): NodePoolFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  const type = textAt(object, 'spec', 'type');
  if (!name || type === 'External') {
    return undefined;
  }
  const template = ['spec', 'template'];
  const reason = textAt(object, 'status', 'failureReason');
  return {
    name,
    kind: type === 'Regular' ? 'regular' : 'native',
    desired: numberAt(object, 'spec', 'replicas'),
    ready: numberAt(object, 'status', 'readyReplicas') ?? 0,
    minimum: numberAt(object, 'spec', 'scaling', 'minReplicas'),
    maximum: numberAt(object, 'spec', 'scaling', 'maxReplicas'),
    instanceTypes: textsAt(object, 'spec', 'instanceTypes'),
    zones: [],
    startupTaint: listAt(object, ...template, 'spec', 'taints').some(
      taint => taint.key === AGENT_NOT_READY_TAINT,
    ),
    imageLabel: imageLabelOf({
      ...textMapAt(object, 'metadata', 'annotations'),
      ...textMapAt(object, ...template, 'metadata', 'annotations'),
      ...textMapAt(object, ...template, 'spec', 'metadata', 'annotations'),
    }),
    accepted: numberAt(object, 'status', 'observedGeneration') !== undefined,
    failure: reason
      ? { reason, message: textAt(object, 'status', 'failureMessage') ?? '' }
      : undefined,
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  };
}
