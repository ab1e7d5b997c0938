import { AGENT_NOT_READY_TAINT } from '../../vocabulary/names';
import {
  conditionOf,
  listAt,
  numberAt,
  textAt,
  textMapAt,
  textsAt,
} from '../json';
import { NodePoolFacts } from '../types';
import { imageLabelOf, parseMachineAnnotations } from './imageLabel';

const MACHINE_ANNOTATIONS = 'beta.karpenter.k8s.tke.machine.spec/annotations';

const INSTANCE_TYPE_KEYS = [
  'node.kubernetes.io/instance-type',
  'karpenter.k8s.tke/instance-family',
];

/** What matters of a Karpenter NodePool. Its ready nodes are counted from the nodes. */
export function reduceKarpenterNodePool(
  object: unknown,
): NodePoolFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (!name) {
    return undefined;
  }
  const template = ['spec', 'template'];
  const values = (key: string) =>
    listAt(object, ...template, 'spec', 'requirements')
      .filter(
        requirement => requirement.key === key && requirement.operator === 'In',
      )
      .flatMap(requirement => textsAt(requirement, 'values'));
  return {
    name,
    kind: 'karpenter',
    desired: numberAt(object, 'spec', 'replicas'),
    ready: 0,
    instanceTypes: INSTANCE_TYPE_KEYS.flatMap(values),
    zones: values('topology.kubernetes.io/zone'),
    startupTaint: [
      ...listAt(object, ...template, 'spec', 'startupTaints'),
      ...listAt(object, ...template, 'spec', 'taints'),
    ].some(taint => taint.key === AGENT_NOT_READY_TAINT),
    imageLabel: imageLabelOf(
      parseMachineAnnotations(
        textMapAt(object, ...template, 'metadata', 'annotations')[
          MACHINE_ANNOTATIONS
        ],
      ),
    ),
    accepted: conditionOf(object, 'Ready')?.status === 'True',
    failure: failure(object),
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  };
}

/** The first cause that the conditions give; Ready only repeats the others, so it is asked last. */
function failure(object: unknown): NodePoolFacts['failure'] {
  const failed = ['ValidationSucceeded', 'NodeClassReady', 'Ready']
    .map(type => conditionOf(object, type))
    .find(condition => condition?.status === 'False');
  return (
    failed && {
      reason: textAt(failed, 'reason') ?? 'NotReady',
      message: textAt(failed, 'message') ?? '',
    }
  );
}
