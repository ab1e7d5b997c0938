import type { KubernetesObject, Condition } from '../api/kubernetesObject';
import type { FaultRecord } from '../faults/types';
import type { Node } from '../seed/node';

/** A Pod, as far as the simulator reads it. */
export type Pod = KubernetesObject & {
  spec: { nodeName?: string; hostNetwork?: boolean };
  status?: { phase?: string; podIP?: string; conditions?: Condition[] };
};

/** A custom resource with conditions. */
export type CustomResource = KubernetesObject & {
  spec: Record<string, unknown>;
  status?: Record<string, unknown> & { conditions?: Condition[] };
};

/** Everything that the simulated parts know when they decide what to do. */
export type World = {
  /** Milliseconds since the epoch. */
  now: number;
  faults: FaultRecord[];
  nodes: Node[];
  pods: Pod[];
  deployments: KubernetesObject[];
  daemonSets: KubernetesObject[];
  customResourceDefinitions: KubernetesObject[];
  ciliumNodes: KubernetesObject[];
  ciliumEndpoints: KubernetesObject[];
  nodeClasses: CustomResource[];
  nodePools: CustomResource[];
  nodeClaims: CustomResource[];
  machineSets: CustomResource[];
  machines: CustomResource[];
};

/** Something that a simulated part does to the cluster. */
export type Action =
  | { verb: 'create'; object: KubernetesObject }
  | {
      verb: 'patch';
      /** The object as it was seen: the patch is refused when it has changed since. */
      object: KubernetesObject;
      body: object;
    }
  | { verb: 'patch-status'; object: KubernetesObject; status: object }
  | { verb: 'delete'; object: KubernetesObject }
  | { verb: 'register-cilium-crds' };

/** Whether the pod's Ready condition is True. */
export function isReady(pod: Pod): boolean {
  return conditionStatus(pod.status?.conditions, 'Ready') === 'True';
}

/** Status of a condition, or `undefined` when it is not there. */
export function conditionStatus(
  conditions: Condition[] | undefined,
  type: string,
): string | undefined {
  return conditions?.find(condition => condition.type === type)?.status;
}

/** Names of the nodes on which a pod with this label is ready. */
export function nodesWithReadyPod(
  pods: Pod[],
  label: string,
  values: string[],
): Set<string> {
  return new Set(
    pods
      .filter(
        pod =>
          values.includes(pod.metadata.labels?.[label] ?? '') &&
          !pod.metadata.deletionTimestamp &&
          isReady(pod),
      )
      .flatMap(pod => pod.spec.nodeName ?? []),
  );
}

/** Milliseconds since the object was created. */
export function age(object: KubernetesObject, now: number): number {
  return now - Date.parse(object.metadata.creationTimestamp ?? '');
}

/** An owner reference to the object. */
export function ownedBy(owner: KubernetesObject): {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
} {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
  };
}

/** Name of the owner of this kind. */
export function ownerName(
  object: KubernetesObject,
  kind: string,
): string | undefined {
  return object.metadata.ownerReferences?.find(owner => owner.kind === kind)
    ?.name;
}

/**
 * The conditions as they should be, with the times of those that do not change kept; `undefined` when
 * nothing changes.
 */
export function changedConditions(
  present: Condition[] | undefined,
  wanted: Omit<Condition, 'lastTransitionTime'>[],
  now: number,
): Condition[] | undefined {
  let changed = (present ?? []).length !== wanted.length;
  const next = wanted.map(condition => {
    const before = present?.find(({ type }) => type === condition.type);
    const same =
      before?.status === condition.status &&
      before.reason === condition.reason &&
      before.message === condition.message;
    if (same) {
      return before;
    }
    changed = true;
    return {
      ...condition,
      lastTransitionTime:
        before?.status === condition.status && before.lastTransitionTime
          ? before.lastTransitionTime
          : timestamp(now),
    };
  });
  return changed ? next : undefined;
}

/** Time as Kubernetes writes it: whole seconds. */
export function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
}
