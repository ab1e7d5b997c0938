import {
  CILIUM_CONFIG,
  CILIUM_NAMESPACE,
  CILIUM_WORKLOADS,
  CNI_CONFIG,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { listAll } from '../kubernetes/listAll';
import { retryOnConflict } from '../kubernetes/retry';
import { KubernetesObject, ObjectReference } from '../kubernetes/types';
import {
  configMap,
  DaemonSet,
  daemonSet,
  Deployment,
  deployment,
  isObserved,
  podSelector,
} from '../kubernetes/workloads';
import { Phase } from './runPhase';

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/** On a DaemonSet and on its pods: which template made them. */
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';
const POD_TEMPLATE_GENERATION = 'pod-template-generation';

type ManagedFields = {
  time?: string;
  fieldsV1?: { 'f:data'?: unknown };
};
type Pod = KubernetesObject & { status?: { startTime?: string } };
type Template = {
  spec: { template: { metadata?: { annotations?: Record<string, string> } } };
};

/**
 * Restarts the agents and the operator when they still run with an older configuration, as
 * `kubectl rollout restart` does. They read their ConfigMaps only when they start, and the chart's
 * pod templates do not change with them.
 *
 * @remarks
 * Decided by comparing when a pod started with when its ConfigMap changed, not by what this run did:
 * a run that was killed after the change and before the restart is completed by the next one. Pods
 * of an older template do not count, their rollout replaces them anyway.
 *
 * @returns what was restarted, in words
 */
export async function restartOutdatedWorkloads(
  phase: Phase,
): Promise<string[]> {
  const ciliumConfig = await changedAt(phase, CILIUM_CONFIG);
  const cniConfig = await changedAt(phase, CNI_CONFIG);
  const restarted: string[] = [];
  const agent = await phase.connection.kubernetes.get<DaemonSet>(
    daemonSet(CILIUM_WORKLOADS.agent),
    { signal: phase.signal },
  );
  if (
    agent &&
    (await hasOutdatedPods(phase, agent, Math.max(ciliumConfig, cniConfig)))
  ) {
    await restart(phase, daemonSet(CILIUM_WORKLOADS.agent));
    restarted.push(`DaemonSet ${CILIUM_WORKLOADS.agent}`);
  }
  const operator = await phase.connection.kubernetes.get<Deployment>(
    deployment(CILIUM_WORKLOADS.operator),
    { signal: phase.signal },
  );
  if (operator && (await hasOutdatedPods(phase, operator, ciliumConfig))) {
    await restart(phase, deployment(CILIUM_WORKLOADS.operator));
    restarted.push(`Deployment ${CILIUM_WORKLOADS.operator}`);
  }
  for (const name of restarted) {
    phase.log.info(`Restarting ${name}: its configuration changed`);
  }
  return restarted;
}

/** When the data of a ConfigMap last changed, in milliseconds; 0 when there is none. */
async function changedAt(phase: Phase, name: string): Promise<number> {
  const object = await phase.connection.kubernetes.get(configMap(name), {
    signal: phase.signal,
  });
  const fields = (object?.metadata.managedFields ?? []) as ManagedFields[];
  return Math.max(
    0,
    ...fields
      .filter(({ fieldsV1 }) => fieldsV1?.['f:data'])
      .map(({ time }) => Date.parse(time ?? '')),
  );
}

async function hasOutdatedPods(
  phase: Phase,
  workload: DaemonSet | Deployment,
  configurationChangedAt: number,
): Promise<boolean> {
  if (!isObserved(workload)) {
    return false;
  }
  const pods = await listAll<Pod>(
    phase.connection.kubernetes,
    { apiVersion: 'v1', plural: 'pods', namespace: CILIUM_NAMESPACE },
    { signal: phase.signal, labelSelector: podSelector(workload) },
  );
  return pods.some(
    pod =>
      !pod.metadata.deletionTimestamp &&
      pod.status?.startTime !== undefined &&
      Date.parse(pod.status.startTime) < configurationChangedAt &&
      isOfNewestTemplate(pod, workload),
  );
}

function isOfNewestTemplate(
  pod: Pod,
  workload: DaemonSet | Deployment,
): boolean {
  const generation = workload.metadata.annotations?.[TEMPLATE_GENERATION];
  if (generation !== undefined) {
    return pod.metadata.labels?.[POD_TEMPLATE_GENERATION] === generation;
  }
  const { replicas, updatedReplicas } =
    workload.status as Deployment['status'] & {};
  return updatedReplicas === replicas;
}

async function restart(
  phase: Phase,
  reference: ObjectReference,
): Promise<void> {
  const { connection, signal } = phase;
  const now = new Date().toISOString();
  await retryOnConflict(
    async () => {
      const object = await connection.kubernetes.get<
        KubernetesObject & Template
      >(reference, { signal });
      const template = object?.spec.template.metadata;
      const path = '/spec/template/metadata/annotations';
      await connection.kubernetes.patch(
        reference,
        template?.annotations
          ? [
              { op: 'test', path, value: template.annotations },
              {
                op: 'add',
                path: `${path}/${RESTARTED_AT.replace('/', '~1')}`,
                value: now,
              },
            ]
          : [
              { op: 'test', path, value: null },
              { op: 'add', path, value: { [RESTARTED_AT]: now } },
            ],
        { signal },
      );
    },
    { signal },
  );
}
