import type { KubernetesObject } from '../api/kubernetesObject';

/** One expression of a kwok Stage's selector: a jq query over the object, and what it must give. */
export type StageExpression = {
  key: string;
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  values?: string[];
};

/** A kwok Stage. */
export function stage(options: {
  name: string;
  kind: 'Pod' | 'Node';
  expressions: StageExpression[];
  /** A stage with a weight beats all stages without, which is what faults are made of. */
  weight?: number;
  delayMilliseconds?: number;
  next: object;
  labels?: Record<string, string>;
}): KubernetesObject {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: {
      name: options.name,
      ...(options.labels ? { labels: options.labels } : {}),
    },
    spec: {
      resourceRef: { apiGroup: 'v1', kind: options.kind },
      selector: { matchExpressions: options.expressions },
      ...(options.weight ? { weight: options.weight } : {}),
      ...(options.delayMilliseconds
        ? { delay: { durationMilliseconds: options.delayMilliseconds } }
        : {}),
      next: options.next,
    },
  };
}

const NOT_DELETED: StageExpression = {
  key: '.metadata.deletionTimestamp',
  operator: 'DoesNotExist',
};

// Long enough that a page shows a pod come up, short enough that a test does not wait.
const START_DELAY_MILLISECONDS = 300;

const POD_ADDRESSES = `
{{ with NodeIPsWith .spec.nodeName }}
hostIP: {{ index . 0 | Quote }}
hostIPs:
{{ range . }}
- ip: {{ . | Quote }}
{{ end }}
{{ end }}
{{ with PodIPsWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) }}
podIP: {{ index . 0 | Quote }}
podIPs:
{{ range . }}
- ip: {{ . | Quote }}
{{ end }}
{{ end }}
`;

const POD_RUNNING = `
{{ $now := Now }}
conditions:
{{ range $type := list "PodReadyToStartContainers" "Initialized" "Ready" "ContainersReady" }}
- lastTransitionTime: {{ $now | Quote }}
  status: "True"
  type: {{ $type }}
{{ end }}
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  name: {{ .name | Quote }}
  ready: true
  started: true
  restartCount: 0
  state:
    running:
      startedAt: {{ $now | Quote }}
{{ end }}
initContainerStatuses:
{{ range .spec.initContainers }}
- image: {{ .image | Quote }}
  name: {{ .name | Quote }}
  ready: true
  restartCount: 0
  state:
    terminated:
      exitCode: 0
      finishedAt: {{ $now | Quote }}
      reason: Completed
      startedAt: {{ $now | Quote }}
{{ end }}
${POD_ADDRESSES}
phase: Running
startTime: {{ $now | Quote }}
`;

const POD_SUCCEEDED = `
{{ $now := Now }}
conditions:
- lastTransitionTime: {{ $now | Quote }}
  status: "False"
  reason: PodCompleted
  type: Ready
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  name: {{ .name | Quote }}
  ready: false
  started: false
  restartCount: 0
  state:
    terminated:
      exitCode: 0
      finishedAt: {{ $now | Quote }}
      reason: Completed
      startedAt: {{ $now | Quote }}
{{ end }}
phase: Succeeded
`;

/**
 * What kubelets do in this cluster: pods that are placed come up, pods of Jobs complete, deleted pods
 * go. Nodes are left as they are; kwok needs one Stage of that kind to serve their pods at all.
 */
export function kubeletStages(): KubernetesObject[] {
  return [
    stage({
      name: 'pod-ready',
      kind: 'Pod',
      expressions: [
        NOT_DELETED,
        { key: '.status.phase', operator: 'In', values: ['Pending'] },
        {
          key: '.status.conditions.[] | select( .type == "Ready" ) | .status',
          operator: 'NotIn',
          values: ['True'],
        },
      ],
      delayMilliseconds: START_DELAY_MILLISECONDS,
      next: { statusTemplate: POD_RUNNING },
    }),
    stage({
      name: 'pod-complete',
      kind: 'Pod',
      expressions: [
        NOT_DELETED,
        { key: '.status.phase', operator: 'In', values: ['Running'] },
        {
          key: '.metadata.ownerReferences.[].kind',
          operator: 'In',
          values: ['Job'],
        },
      ],
      delayMilliseconds: START_DELAY_MILLISECONDS,
      next: { statusTemplate: POD_SUCCEEDED },
    }),
    stage({
      name: 'pod-delete',
      kind: 'Pod',
      expressions: [{ key: '.metadata.deletionTimestamp', operator: 'Exists' }],
      // Without this, host ports of a removed release stay taken and block the next one.
      next: { finalizers: { empty: true }, delete: true },
    }),
    stage({
      name: 'node-idle',
      kind: 'Node',
      expressions: [
        { key: '.metadata.name', operator: 'In', values: ['no-such-node'] },
      ],
      next: {},
    }),
  ];
}
