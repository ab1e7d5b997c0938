import type { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { objectPath } from '../api/resources';
import { waitUntil } from '../controlPlane/waitUntil';
import { stage, type StageExpression } from '../seed/stages';
import type { Pod } from '../simulator/World';
import type { FaultyComponent } from './types';

/** A fault of the pods of one component. */
export type PodFault = {
  kind: 'image-pull-back-off' | 'crash-loop-back-off';
  component: FaultyComponent;
  node?: string;
};

const SELECTORS: Record<FaultyComponent, { key: string; value: string }> = {
  agent: { key: 'k8s-app', value: 'cilium' },
  envoy: { key: 'k8s-app', value: 'cilium-envoy' },
  operator: { key: 'io.cilium/app', value: 'operator' },
};

const TIMEOUT = { timeoutMilliseconds: 20_000, everyMilliseconds: 250 };

// No time in it: a Stage whose patch changes nothing makes no event, so it ends by itself.
const IMAGE_PULL_BACK_OFF = `
phase: Pending
conditions:
- type: Ready
  status: "False"
  reason: ContainersNotReady
  message: 'containers with unready status: [{{ (index .spec.containers 0).name }}]'
- type: ContainersReady
  status: "False"
  reason: ContainersNotReady
  message: 'containers with unready status: [{{ (index .spec.containers 0).name }}]'
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  imageID: ""
  name: {{ .name | Quote }}
  ready: false
  started: false
  restartCount: 0
  state:
    waiting:
      reason: ImagePullBackOff
      message: 'Back-off pulling image "{{ .image }}": ErrImagePull: failed to pull and unpack image: dial tcp: i/o timeout'
{{ end }}
`;

const CRASH_LOOP_BACK_OFF = `
{{ $now := Now }}
phase: Running
conditions:
- type: Initialized
  status: "True"
  lastTransitionTime: {{ $now | Quote }}
- type: Ready
  status: "False"
  reason: ContainersNotReady
  message: 'containers with unready status: [{{ (index .spec.containers 0).name }}]'
  lastTransitionTime: {{ $now | Quote }}
- type: ContainersReady
  status: "False"
  reason: ContainersNotReady
  message: 'containers with unready status: [{{ (index .spec.containers 0).name }}]'
  lastTransitionTime: {{ $now | Quote }}
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  imageID: ""
  name: {{ .name | Quote }}
  ready: false
  started: false
  restartCount: 5
  state:
    waiting:
      reason: CrashLoopBackOff
      message: back-off 2m40s restarting failed container={{ .name }}
  lastState:
    terminated:
      exitCode: 1
      reason: Error
      message: 'level=fatal msg="failed to start: daemon creation failed: unable to initialize kube-proxy replacement"'
      startedAt: {{ $now | Quote }}
      finishedAt: {{ $now | Quote }}
{{ end }}
startTime: {{ $now | Quote }}
`;

const REASONS = {
  'image-pull-back-off': 'ImagePullBackOff',
  'crash-loop-back-off': 'CrashLoopBackOff',
} as const;

/** The Stage that makes kwok play the fault instead of a healthy kubelet. */
export function podFaultStage(id: string, fault: PodFault): KubernetesObject {
  const { key, value } = SELECTORS[fault.component];
  const crash = fault.kind === 'crash-loop-back-off';
  const expressions: StageExpression[] = [
    { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' },
    { key: `.metadata.labels["${key}"]`, operator: 'In', values: [value] },
    ...(fault.node
      ? [
          {
            key: '.spec.nodeName',
            operator: 'In' as const,
            values: [fault.node],
          },
        ]
      : []),
    ...(crash
      ? [
          // Its template tells the time, so it must apply once only.
          {
            key: '.status.containerStatuses.[].state.waiting.reason',
            operator: 'NotIn' as const,
            values: [REASONS[fault.kind]],
          },
        ]
      : []),
  ];
  return stage({
    name: `fault-${id}`,
    kind: 'Pod',
    expressions,
    weight: 10_000,
    next: { statusTemplate: crash ? CRASH_LOOP_BACK_OFF : IMAGE_PULL_BACK_OFF },
  });
}

/** Makes the pods fail, and resolves when they do. */
export async function failPods(
  client: ApiServerClient,
  id: string,
  fault: PodFault,
): Promise<void> {
  await client.create(podFaultStage(id, fault));
  // kwok learns of a Stage a moment after it is created, and looks at a pod only when that changes:
  // pods that are not failing are replaced until they are.
  await waitUntil(
    `${REASONS[fault.kind]} of ${fault.component}`,
    async () => {
      const pods = (await selectPods(client, fault)).filter(
        pod => pod.spec.nodeName,
      );
      const healthy = pods.filter(
        pod => waitingReason(pod) !== REASONS[fault.kind],
      );
      await Promise.all(
        healthy
          .filter(pod => pod.status?.phase === 'Running')
          .map(pod => restart(client, pod)),
      );
      return healthy.length === 0;
    },
    TIMEOUT,
  );
}

/** Lets the pods come up again. They are replaced, as pods without a kubelet's memory must be. */
export async function healPods(
  client: ApiServerClient,
  id: string,
  fault: PodFault,
): Promise<void> {
  const failing = podFaultStage(id, fault);
  await client.delete(failing);
  await waitUntil(
    `Healing of ${fault.component}`,
    async () => {
      const pods = await selectPods(client, fault);
      const sick = pods.filter(
        pod => waitingReason(pod) === REASONS[fault.kind],
      );
      await Promise.all(sick.map(pod => restart(client, pod)));
      return sick.length === 0;
    },
    TIMEOUT,
  );
}

async function selectPods(
  client: ApiServerClient,
  fault: PodFault,
): Promise<Pod[]> {
  const { key, value } = SELECTORS[fault.component];
  const selector = encodeURIComponent(`${key}=${value}`);
  const pods = await client.list<Pod>(
    'v1',
    'Pod',
    'kube-system',
    `?labelSelector=${selector}`,
  );
  return pods.filter(
    pod =>
      !pod.metadata.deletionTimestamp &&
      (!fault.node || pod.spec.nodeName === fault.node),
  );
}

async function restart(client: ApiServerClient, pod: Pod): Promise<void> {
  await client.request('DELETE', objectPath(pod), {
    body: {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      gracePeriodSeconds: 0,
      preconditions: { uid: pod.metadata.uid },
    },
  });
}

function waitingReason(pod: Pod): string | undefined {
  const { containerStatuses = [] } = (pod.status ?? {}) as {
    containerStatuses?: { state?: { waiting?: { reason?: string } } }[];
  };
  return containerStatuses.find(({ state }) => state?.waiting)?.state?.waiting
    ?.reason;
}
