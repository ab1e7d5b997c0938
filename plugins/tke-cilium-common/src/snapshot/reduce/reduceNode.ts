import { SUPER_NODE_INSTANCE_TYPE } from '../../vocabulary/names';
import { conditionOf, listAt, textAt, textMapAt, valueAt } from '../json';
import { NodeFacts, NodeKind } from '../types';

const KARPENTER_POOL_LABEL = 'karpenter.sh/nodepool';
const MACHINE_SET_LABEL = 'node.tke.cloud.tencent.com/machineset';
const REGULAR_POOL_LABEL = 'tke.cloud.tencent.com/nodepool-id';
const INSTANCE_ID_LABEL = 'cloud.tencent.com/node-instance-id';

/**
 * What matters of a Node.
 *
 * @remarks
 * Karpenter's nodes carry the labels of native nodes as well, so Karpenter is asked first.
 */
export function reduceNode(object: unknown): NodeFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (!name) {
    return undefined;
  }
  const labels = textMapAt(object, 'metadata', 'labels');
  const kind = nodeKind(name, labels, textAt(object, 'spec', 'providerID'));
  const ready = conditionOf(object, 'Ready');
  const network = conditionOf(object, 'NetworkUnavailable');
  const isReady = ready?.status === 'True';
  return {
    name,
    kind,
    ready: isReady,
    notReady: isReady
      ? undefined
      : {
          reason: textAt(ready, 'reason') ?? 'NoReadyCondition',
          message: textAt(ready, 'message'),
          since: textAt(ready, 'lastTransitionTime'),
        },
    networkUnavailable: network && {
      status: textAt(network, 'status') ?? 'Unknown',
      reason: textAt(network, 'reason'),
    },
    unschedulable: valueAt(object, 'spec', 'unschedulable') === true,
    taints: listAt(object, 'spec', 'taints').map(taint => ({
      key: textAt(taint, 'key') ?? '',
      effect: textAt(taint, 'effect') ?? '',
      value: textAt(taint, 'value'),
    })),
    kernelVersion: textAt(object, 'status', 'nodeInfo', 'kernelVersion'),
    osImage: textAt(object, 'status', 'nodeInfo', 'osImage'),
    instanceType: labels['node.kubernetes.io/instance-type'],
    zone: labels['topology.kubernetes.io/zone'],
    nodePool: nodePool(kind, labels),
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  };
}

function nodeKind(
  name: string,
  labels: Record<string, string>,
  providerId: string | undefined,
): NodeKind {
  if (
    labels['node.kubernetes.io/instance-type'] === SUPER_NODE_INSTANCE_TYPE ||
    name.startsWith('eklet-')
  ) {
    return 'super';
  }
  if (KARPENTER_POOL_LABEL in labels) {
    return 'karpenter';
  }
  const instanceId =
    labels[INSTANCE_ID_LABEL] ?? providerId?.split('/').pop() ?? '';
  // Before the label: a pool of CVMs may be a MachineSet too.
  if (instanceId.startsWith('ins-')) {
    return 'regular';
  }
  if (MACHINE_SET_LABEL in labels || instanceId.startsWith('np-')) {
    return 'native';
  }
  if (REGULAR_POOL_LABEL in labels) {
    return 'regular';
  }
  return 'unknown';
}

function nodePool(
  kind: NodeKind,
  labels: Record<string, string>,
): string | undefined {
  switch (kind) {
    case 'karpenter':
      return labels[KARPENTER_POOL_LABEL];
    case 'native':
      return labels[MACHINE_SET_LABEL];
    case 'regular':
      // A pool of the type Regular may be a MachineSet too; otherwise only its id is known.
      return labels[MACHINE_SET_LABEL] ?? labels[REGULAR_POOL_LABEL];
    default:
      return undefined;
  }
}
