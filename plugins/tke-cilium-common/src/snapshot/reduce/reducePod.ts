import { CILIUM_WORKLOADS } from '../../vocabulary/names';
import {
  conditionOf,
  JsonObject,
  listAt,
  numberAt,
  textAt,
  textMapAt,
  valueAt,
} from '../json';
import { PodFacts } from '../types';

/** Reasons of a waiting container that every start passes through. */
const ORDINARY_WAITING = new Set(['ContainerCreating', 'PodInitializing']);

/** What matters of a pod of Cilium or of a TKE component. */
export function reducePod(object: unknown): PodFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  const labels = textMapAt(object, 'metadata', 'labels');
  const component =
    labels['io.cilium/app'] === 'operator'
      ? CILIUM_WORKLOADS.operator
      : labels['k8s-app'];
  if (!name || !component) {
    return undefined;
  }
  const statuses = [
    ...listAt(object, 'status', 'initContainerStatuses'),
    ...listAt(object, 'status', 'containerStatuses'),
  ];
  const phase = textAt(object, 'status', 'phase') ?? 'Unknown';
  const ready = conditionOf(object, 'Ready');
  const isReady = ready?.status === 'True';
  const scheduled = conditionOf(object, 'PodScheduled');
  return {
    name,
    component,
    nodeName: textAt(object, 'spec', 'nodeName') ?? affineNode(object),
    phase,
    ready: isReady,
    readySince: isReady ? textAt(ready, 'lastTransitionTime') : undefined,
    deleting: textAt(object, 'metadata', 'deletionTimestamp') !== undefined,
    restarts: statuses.reduce(
      (sum, status) => sum + (numberAt(status, 'restartCount') ?? 0),
      0,
    ),
    waiting: waitingContainer(statuses),
    lastTermination: lastTermination(statuses),
    failure:
      phase === 'Failed'
        ? {
            reason: textAt(object, 'status', 'reason'),
            message: textAt(object, 'status', 'message'),
          }
        : undefined,
    unschedulable:
      scheduled?.status === 'False' ? textAt(scheduled, 'message') : undefined,
    startedAt:
      textAt(object, 'status', 'startTime') ??
      textAt(object, 'metadata', 'creationTimestamp'),
    image: textAt(listAt(object, 'spec', 'containers')[0], 'image'),
  };
}

/**
 * The node that a DaemonSet made an unscheduled pod for.
 *
 * @remarks
 * The DaemonSet controller does not set `nodeName`; it pins the pod by a node affinity on
 * `metadata.name` and leaves the rest to the scheduler. Without this an agent that does not fit on
 * its node would look like an agent that is missing.
 */
function affineNode(object: unknown): string | undefined {
  const terms = listAt(
    object,
    'spec',
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );
  const field = terms
    .flatMap(term => listAt(term, 'matchFields'))
    .find(candidate => candidate.key === 'metadata.name');
  const values = valueAt(field, 'values');
  return Array.isArray(values) && typeof values[0] === 'string'
    ? values[0]
    : undefined;
}

function waitingContainer(statuses: JsonObject[]): PodFacts['waiting'] {
  const waiting = statuses
    .map(status => ({
      container: textAt(status, 'name') ?? '',
      reason: textAt(status, 'state', 'waiting', 'reason') ?? '',
      message: textAt(status, 'state', 'waiting', 'message'),
    }))
    .filter(({ reason }) => reason !== '');
  return (
    waiting.find(({ reason }) => !ORDINARY_WAITING.has(reason)) ?? waiting[0]
  );
}

function lastTermination(statuses: JsonObject[]): PodFacts['lastTermination'] {
  for (const status of statuses) {
    // A container that crashes is found waiting, or terminated in the moment before it waits.
    for (const state of ['lastState', 'state']) {
      const exitCode = numberAt(status, state, 'terminated', 'exitCode');
      if (exitCode !== undefined && exitCode !== 0) {
        return {
          container: textAt(status, 'name') ?? '',
          exitCode,
          message: textAt(status, state, 'terminated', 'message')?.trim(),
        };
      }
    }
  }
  return undefined;
}
