import { NodeFacts, PodFacts } from '../snapshot/types';
import { GRACE, isWithin } from './grace';

/** How the pod of a DaemonSet on one node stands. */
export type PodStanding = {
  state:
    | 'ready'
    | 'starting'
    | 'node-not-ready'
    | 'image-pull-failed'
    | 'crash-loop'
    | 'not-ready'
    | 'missing';
  /** In words, empty when there is nothing to say. */
  detail: string;
  pod?: PodFacts;
};

const IMAGE_PULL = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
]);

const ORDINARY = new Set(['ContainerCreating', 'PodInitializing']);

/** As many restarts are a crash loop, even in the moment when the container runs again. */
const CRASHES = 3;

/** Reasons of failed pods that `cilium status` does not count: the DaemonSet replaces the pod. */
const REPLACED = new Set([
  'TaintToleration',
  'NodeAffinity',
  'NodeLost',
  'Evicted',
  'Shutdown',
  'NodeShutdown',
  'Terminated',
  'Preempting',
  'UnexpectedAdmissionError',
]);

/** The newest pod that is not being deleted, by node. */
export function podsByNode(pods: PodFacts[]): Map<string, PodFacts> {
  const byNode = new Map<string, PodFacts>();
  for (const pod of pods) {
    const other = pod.nodeName ? byNode.get(pod.nodeName) : undefined;
    if (pod.nodeName && (!other || isPreferred(pod, other))) {
      byNode.set(pod.nodeName, pod);
    }
  }
  return byNode;
}

/**
 * How a pod stands, with the error signals first: they need no waiting.
 *
 * @param node - `undefined` when the pod has none
 */
export function standingOf(
  pod: PodFacts,
  node: NodeFacts | undefined,
  now: string,
): PodStanding {
  if (pod.ready && !pod.deleting) {
    return { state: 'ready', detail: '', pod };
  }
  const waiting = pod.waiting;
  if (waiting && IMAGE_PULL.has(waiting.reason)) {
    return {
      state: 'image-pull-failed',
      detail: waiting.message ?? '',
      pod,
    };
  }
  if (waiting?.reason === 'CrashLoopBackOff' || pod.restarts >= CRASHES) {
    return { state: 'crash-loop', detail: crashDetail(pod), pod };
  }
  if (node && !node.ready) {
    return {
      state: 'node-not-ready',
      detail: `the node is not ready (${node.notReady?.reason ?? 'unknown'})`,
      pod,
    };
  }
  if (pod.deleting) {
    return { state: 'starting', detail: 'the pod is being replaced', pod };
  }
  if (pod.phase === 'Failed' && REPLACED.has(pod.failure?.reason ?? '')) {
    return {
      state: 'starting',
      detail: `the pod was ended (${pod.failure?.reason}) and is being replaced`,
      pod,
    };
  }
  const detail = waitDetail(pod);
  const hasError =
    pod.phase === 'Failed' || (waiting && !ORDINARY.has(waiting.reason));
  return !hasError && isWithin(GRACE.start, pod.startedAt, now)
    ? { state: 'starting', detail, pod }
    : { state: 'not-ready', detail, pod };
}

function isPreferred(pod: PodFacts, other: PodFacts): boolean {
  if (pod.deleting !== other.deleting) {
    return other.deleting;
  }
  return (pod.startedAt ?? '') > (other.startedAt ?? '');
}

function crashDetail(pod: PodFacts): string {
  return pod.lastTermination?.message ?? pod.waiting?.message ?? '';
}

function waitDetail(pod: PodFacts): string {
  if (pod.unschedulable) {
    return `it cannot be scheduled, ${pod.unschedulable}`;
  }
  if (pod.failure) {
    return [pod.failure.reason, pod.failure.message].filter(Boolean).join(', ');
  }
  if (pod.waiting) {
    const { container, reason, message } = pod.waiting;
    return `container ${container} waits, ${reason}${
      message ? `, ${message}` : ''
    }`;
  }
  return `the pod is ${pod.phase} but not ready`;
}
