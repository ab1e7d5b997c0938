import type { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { LOCAL_CLUSTER_NAMESPACE } from '../seed/seedCluster';
import type { FaultRecord } from './types';

const PREFIX = 'fault-';

/**
 * A fault as an object in the cluster, so that any process can make and heal it and the simulator
 * hears of it.
 */
export function faultConfigMap(record: FaultRecord): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `${PREFIX}${record.id}`,
      namespace: LOCAL_CLUSTER_NAMESPACE,
    },
    data: { fault: JSON.stringify(record.fault) },
  };
}

/** The fault that a ConfigMap stands for, or `undefined` when it stands for something else. */
export function readFaultRecord(
  object: KubernetesObject,
): FaultRecord | undefined {
  const { name } = object.metadata;
  const { fault } = (object.data ?? {}) as { fault?: string };
  return name.startsWith(PREFIX) && fault
    ? { id: name.slice(PREFIX.length), fault: JSON.parse(fault) }
    : undefined;
}

/** The faults that are in effect. */
export async function listFaults(
  client: ApiServerClient,
): Promise<FaultRecord[]> {
  const objects = await client.list('v1', 'ConfigMap', LOCAL_CLUSTER_NAMESPACE);
  return objects.flatMap(object => readFaultRecord(object) ?? []);
}
